package io.causerie.users;

import java.util.regex.Pattern;

/** What counts as an e-mail address (contract 02, section 7.2). */
public final class EmailAddress {

    private static final int LONGEST = 254;

    /** A dot-atom or quoted local part, and a domain with a dot, {@code localhost}, or an address in brackets. */
    private static final Pattern FORM = Pattern.compile(
            "(?:[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]++(?:\\.[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]++)*+"
                    + "|\"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*+\")"
                    + "@(?:localhost|\\[[0-9A-Fa-f:.]+]"
                    + "|(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}(?<!-))",
            Pattern.CASE_INSENSITIVE);

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
