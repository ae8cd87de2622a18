package io.causerie.meetings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What meetings offer (contract 01, section 22.5).
 *
 * @param subtitles whether what is said can be read
 */
@ConfigurationProperties("causerie.meetings")
record MeetingProperties(@DefaultValue("false") boolean subtitles) {}
