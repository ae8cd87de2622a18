package io.causerie.drill;

import io.causerie.drill.DrillAccount.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The verdict in the format of JUnit, a test case for each thing that must be so. */
final class DrillReport {

    private DrillReport() {}

    static void write(Path file, List<Check> checks) throws IOException {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"drill\">\n");
        for (var check : checks) {
            xml.append("  <testcase classname=\"drill\" name=\"").append(check.fact());
            xml.append(
                    check.holds()
                            ? "\"/>\n"
                            : "\"><failure message=\"" + check.against().size() + " not\"/></testcase>\n");
        }
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, xml.append("</testsuite>\n"));
    }
}
