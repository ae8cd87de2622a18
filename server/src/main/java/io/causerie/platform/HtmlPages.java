package io.causerie.platform;

/** The short HTML pages of failures outside the API. */
final class HtmlPages {

    private HtmlPages() {}

    static String error(String title) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1></body></html>";
    }
}
