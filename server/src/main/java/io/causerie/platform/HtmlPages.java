package io.causerie.platform;

/** The short HTML pages of failures outside the API. */
public final class HtmlPages {

    private HtmlPages() {}

    /** A page with that title and heading, nothing else. */
    public static String error(String title) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1></body></html>";
    }
}
