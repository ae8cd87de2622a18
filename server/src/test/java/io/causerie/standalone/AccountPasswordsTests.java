package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountPasswordsTests {

    private final AccountPasswords passwords = new AccountPasswords();

    @Test
    void theHashOfNobodyCostsAsMuchAsAnyOther() {
        var real = passwords.hash("correct horse battery");

        assertThat(AccountPasswords.NOBODY).hasSameSizeAs(real);
        assertThat(costOf(AccountPasswords.NOBODY)).isEqualTo(costOf(real));
    }

    @Test
    void theHashOfNobodyIsThatOfNoPassword() {
        assertThat(passwords.matches("", AccountPasswords.NOBODY)).isFalse();
        assertThat(passwords.matches("correct horse battery", AccountPasswords.NOBODY))
                .isFalse();
    }

    private static String costOf(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("p=")));
    }
}
