package io.causerie.storage;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;

/** A range of a file sent by the kernel, from its cache to the network, where the container offers that: without a buffer, a copy or a thread of ours. */
final class Sendfile {

    private static final String TOMCAT = "org.apache.tomcat.sendfile.";

    private Sendfile() {}

    static boolean offered(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(TOMCAT + "support"));
    }

    /** To be sent after the headers, when the handler is done; nothing else may be written. */
    static void send(HttpServletRequest request, Path file, ByteRange range) {
        request.setAttribute(TOMCAT + "filename", file.toString());
        request.setAttribute(TOMCAT + "start", range.from());
        request.setAttribute(TOMCAT + "end", range.last() + 1);
    }
}
