package io.causerie.telephony;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number as the world writes it.
 *
 * @param country the region the number itself belongs to; null when it belongs to none
 * @param international such as {@code +33 1 23 45 67 89}
 */
record PhoneNumber(@Nullable String country, String international) {

    /** Reads the text, in that region if it names no country; whether the number exists is not asked. */
    static Optional<PhoneNumber> of(String text, String region) {
        if (text.isBlank() || region.isBlank()) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, region);
            return Optional.of(new PhoneNumber(
                    numbers.getRegionCodeForNumber(number), numbers.format(number, PhoneNumberFormat.INTERNATIONAL)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
