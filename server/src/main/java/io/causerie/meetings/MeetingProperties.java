package io.causerie.meetings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is possible in meetings (contract 03, sections 12.2 and 14).
 *
 * @param subtitles whether people can ask for subtitles
 * @param subtitleAgent the LiveKit agent that writes them
 * @param forbiddenPermissionFields permissions nobody is given through the API, by their field's name
 */
@ConfigurationProperties("causerie.meetings")
record MeetingProperties(
        @DefaultValue("false") boolean subtitles,
        @DefaultValue("multi-user-transcriber") String subtitleAgent,
        @DefaultValue({"hidden", "recorder", "agent"}) List<String> forbiddenPermissionFields) {}
