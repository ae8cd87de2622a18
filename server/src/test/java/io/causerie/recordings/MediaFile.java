package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A media file as ffmpeg sees it. */
record MediaFile(Path path) {

    /** How long it is by its packets, in seconds. */
    double seconds() {
        var last = probe("-show_entries", "packet=pts_time").path("packets").values().stream()
                .mapToDouble(it -> Double.parseDouble(it.path("pts_time").asString("0")))
                .max();
        return last.orElse(0);
    }

    List<String> codecs() {
        return probe("-show_entries", "stream=codec_name").path("streams").values().stream()
                .map(it -> it.path("codec_name").asString(""))
                .sorted()
                .toList();
    }

    String format() {
        return probe("-show_entries", "format=format_name")
                .path("format")
                .path("format_name")
                .asString("");
    }

    /** The mean brightness of one frame a second, 0 to 255. */
    List<Double> brightness() {
        var found = Pattern.compile("lavfi.signalstats.YAVG=([0-9.]+)")
                .matcher(run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        path.toString(),
                        "-vf",
                        "fps=1,signalstats,metadata=print:file=-",
                        "-an",
                        "-f",
                        "null",
                        "-"));
        var values = new ArrayList<Double>();
        while (found.find()) {
            values.add(Double.parseDouble(found.group(1)));
        }
        return values;
    }

    /** The mean loudness in decibels; silence is far below -60. */
    double loudness() {
        var found = Pattern.compile("mean_volume: (-?[0-9.]+|-inf) dB")
                .matcher(run(
                        "ffmpeg",
                        "-hide_banner",
                        "-i",
                        path.toString(),
                        "-vn",
                        "-af",
                        "volumedetect",
                        "-f",
                        "null",
                        "-"));
        assertThat(found.find()).isTrue();
        return found.group(1).equals("-inf") ? -1000 : Double.parseDouble(found.group(1));
    }

    private JsonNode probe(String... what) {
        var command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "json"));
        command.addAll(List.of(what));
        command.add(path.toString());
        return JsonMapper.shared().readTree(run(command.toArray(String[]::new)));
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(out).isZero();
            return out;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
