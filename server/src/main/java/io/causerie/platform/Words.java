package io.causerie.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The standard messages of the API, in the language of the request that is being answered (contract 01, sections 3, 3.1 and 6). They stand in {@code
 * words.properties} and its translations; messages of one feature only are English, as in the contract.
 */
public enum Words {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    /** Argument: the model's word. */
    NO_MATCH,
    INVALID_PAGE,
    /** Argument: the method. */
    METHOD,
    ACCEPT,
    /** Argument: the content type. */
    MEDIA_TYPE,
    /** Argument: the parser's message. */
    JSON,
    MULTIPART,
    /** Argument: the key. */
    MULTIPART_KEY,
    THROTTLED,
    /** Argument: how many seconds. */
    THROTTLED_FOR,
    TOO_LARGE,
    UNAVAILABLE,
    BAD_REQUEST,
    NO_DATA,
    /** Argument: the type that came. */
    NO_DICTIONARY,
    REQUIRED,
    NULL,
    BLANK,
    TEXT,
    /** Argument: how many characters. */
    LONG,
    /** Argument: how many characters. */
    SHORT,
    NUL,
    /** Argument: the code point, such as {@code D800}. */
    SURROGATE,
    BOOLEAN,
    INTEGER,
    /** Argument: the least allowed. */
    LEAST,
    /** Argument: the most allowed. */
    MOST,
    UUID,
    /** Argument: what was sent. */
    CHOICE,
    EMAIL,
    /** Argument: the type that came. */
    LIST,
    EMPTY_LIST,
    /** Argument: how many elements. */
    LONG_LIST,
    /** Argument: the type that came. */
    DICTIONARY,
    /** Argument: the key. */
    NO_OBJECT,
    /** Argument: the type that came. */
    KEY_TYPE,
    /** Argument: what was sent. */
    KEY_UUID,
    UNIQUE,
    /** Arguments: model and field. */
    TAKEN,
    /** Argument: the fields. */
    UNIQUE_SET;

    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The message in the language of the request; arguments are texts, or numbers where the message counts. */
    public String say(Object... arguments) {
        return in(LocaleContextHolder.getLocale(), arguments);
    }

    String in(Locale language, Object... arguments) {
        var bundle = ResourceBundle.getBundle("io.causerie.platform.words", language, ENGLISH_OTHERWISE);
        return new MessageFormat(bundle.getString(name().toLowerCase(Locale.ROOT)), Locale.ROOT).format(arguments);
    }
}
