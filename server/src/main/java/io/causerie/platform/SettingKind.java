package io.causerie.platform;

import java.util.Locale;
import java.util.Set;

/** The types of environment variables and their spellings (contract 01, section 22.1). */
enum SettingKind {
    BOOL("yes, y, true, 1 or no, n, false, 0") {
        @Override
        boolean reads(String text) {
            return TRUE.contains(word(text)) || FALSE.contains(word(text));
        }
    },
    INT("a whole number") {
        @Override
        boolean reads(String text) {
            return text.isBlank() || text.strip().matches("[+-]?\\d{1,18}");
        }
    },
    UINT("a whole number that is not negative") {
        @Override
        boolean reads(String text) {
            return text.isBlank() || text.strip().matches("\\+?\\d{1,18}");
        }
    },
    FLOAT("a number") {
        @Override
        boolean reads(String text) {
            return text.isBlank() || text.strip().matches("[+-]?\\d+(\\.\\d+)?");
        }
    },
    PORT("a port between 1 and 65535") {
        @Override
        boolean reads(String text) {
            return text.isBlank() || text.strip().matches("\\d{1,5}") && Integer.parseInt(text.strip()) <= 65535;
        }
    },
    LEVEL("public, trusted or restricted") {
        @Override
        boolean reads(String text) {
            return Set.of("public", "trusted", "restricted").contains(text);
        }
    },
    PARSER("core.recording.event.parsers.MinioParser or core.recording.event.parsers.S3Parser") {
        @Override
        boolean reads(String text) {
            return text.matches("core\\.recording\\.event\\.parsers\\.(Minio|S3)Parser");
        }
    },
    DICT("a dictionary such as {'key': 'value'}") {
        @Override
        boolean reads(String text) {
            try {
                Literal.parse(text);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    },
    VERIFIER("a whole number from 43 to 128") {
        @Override
        boolean reads(String text) {
            return text.strip().matches("\\d{2,3}") && inRange(Integer.parseInt(text.strip()), 43, 128);
        }
    },
    CHALLENGE("S256 or plain") {
        @Override
        boolean reads(String text) {
            return Set.of("S256", "plain").contains(text);
        }
    },
    SIGN_ALGORITHM("one of RS256, PS256, ES256, HS256, or the same with 384 or 512") {
        @Override
        boolean reads(String text) {
            return text.matches("(RS|PS|ES|HS)(256|384|512)");
        }
    },
    USER_INFO_FORMAT("AUTO, JWT or JSON") {
        @Override
        boolean reads(String text) {
            return Set.of("AUTO", "JWT", "JSON").contains(text);
        }
    },
    EMAIL_TRUST("required, unless-denied or ignored") {
        @Override
        boolean reads(String text) {
            return Set.of("required", "unless-denied", "ignored").contains(text);
        }
    },
    PROXY("the address of an HTTP proxy, such as http://proxy.example.org:3128") {
        @Override
        boolean reads(String text) {
            return text.isBlank() || text.strip().matches("http://[^/@?#\\s]+/?");
        }
    },
    FILLED("a text that is not empty") {
        @Override
        boolean reads(String text) {
            return !text.isBlank();
        }
    },
    TEXT("a text") {
        @Override
        boolean reads(String text) {
            return true;
        }
    };

    private static final Set<String> TRUE = Set.of("yes", "y", "true", "1");
    private static final Set<String> FALSE = Set.of("no", "n", "false", "0", "");

    private final String expects;

    SettingKind(String expects) {
        this.expects = expects;
    }

    /** Whether the text is one of the kind. */
    abstract boolean reads(String text);

    /** What is expected, in words. */
    String expects() {
        return expects;
    }

    /** The truth of a text that {@link #BOOL} reads. */
    static boolean truth(String text) {
        if (!BOOL.reads(text)) {
            throw new IllegalArgumentException("expected " + BOOL.expects);
        }
        return TRUE.contains(word(text));
    }

    private static boolean inRange(int number, int least, int most) {
        return least <= number && number <= most;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
