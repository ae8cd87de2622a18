package io.causerie.files;

import java.util.UUID;

/** A row of {@code file} as far as its objects go (contract 02, section 7.8). */
record StoredFile(UUID id, String filename) {

    /** The object of the finished file. */
    String key(FileProperties properties) {
        return properties.uploadPath() + "/" + id + suffix();
    }

    /** The object of an upload that is not finished. */
    String temporaryKey(FileProperties properties) {
        return properties.uploadTmpPath() + "/" + id + suffix();
    }

    /** The last dot and what follows, its case kept; empty without one, and for names like {@code .profile}. */
    private String suffix() {
        int dot = filename.lastIndexOf('.');
        boolean named = filename.chars().limit(Math.max(dot, 0)).anyMatch(it -> it != '.');
        return named && dot < filename.length() - 1 ? filename.substring(dot) : "";
    }
}
