package io.causerie.files;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where uploaded files are kept, and how long deleted ones (contract 05, section 1).
 *
 * @param uploadPath prefix of the objects of files that are ready
 * @param uploadTmpPath prefix of what is being uploaded; another one
 * @param purgeGraceDays how long a deleted file can be had back by an operator
 */
@Validated
@ConfigurationProperties("causerie.files")
record FileProperties(
        @DefaultValue("files") String uploadPath,
        @DefaultValue("tmp/files") String uploadTmpPath,
        @DefaultValue("7") @Min(0) int purgeGraceDays) {

    FileProperties {
        if (uploadPath.equals(uploadTmpPath)) {
            throw new IllegalArgumentException("FILE_UPLOAD_PATH and FILE_UPLOAD_TMP_PATH must differ.");
        }
    }
}
