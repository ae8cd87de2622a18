import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Many people wait in the lobbies of many rooms, and the rooms' hosts look at who waits: each has a connection of their own, kept alive, and asks once a second.
 * One thread, so that most of the machine is left to the server.
 *
 * <p>{@code java Lobby.java port rooms waiting-in-all hosts-of-each seconds cookie}, where {@code rooms} is a file of ids. Prints one line of figures, and one that shows when it stalled.
 */
final class Lobby {

    private static final long SECOND = 1_000_000_000L;
    private static final byte[] GOOD = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress server;
    private final Selector selector;
    private final PriorityQueue<Caller> due = new PriorityQueue<>(Comparator.comparingLong((Caller it) -> it.due));
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 17);
    private final Times polls = new Times();
    private final Times looks = new Times();
    private long counting = Long.MAX_VALUE;
    private int entered;
    private int errors;
    private int reconnects;
    private String firstError = "";

    private Lobby(int port) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.selector = Selector.open();
    }

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        var rooms = Files.readAllLines(Path.of(args[1]));
        int waiting = Integer.parseInt(args[2]);
        int hosts = Integer.parseInt(args[3]);
        int seconds = Integer.parseInt(args[4]);
        var lobby = new Lobby(port);
        lobby.arrive(rooms, waiting, hosts, args[5]);
        lobby.measure(seconds);
        lobby.tell(rooms, hosts);
    }

    /** A thousand a second, as when a door opens; then some seconds until everybody has settled. */
    private void arrive(List<String> rooms, int waiting, int hosts, String cookie) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < waiting; i++) {
            due.add(new Guest(rooms.get(i % rooms.size()), i, start + i * SECOND / 1000));
        }
        long settled = start + waiting * SECOND / 1000;
        for (int i = 0; i < rooms.size() * hosts; i++) {
            due.add(new Host(rooms.get(i % rooms.size()), cookie, settled + i * SECOND / (rooms.size() * hosts)));
        }
        run(settled + 8 * SECOND);
        for (int more = 0; entered < waiting && more < 60; more++) {
            run(System.nanoTime() + SECOND);
        }
    }

    private void measure(int seconds) throws IOException {
        counting = System.nanoTime();
        errors = 0;
        reconnects = 0;
        run(counting + seconds * SECOND);
    }

    private void tell(List<String> rooms, int hosts) {
        double seconds = (System.nanoTime() - counting) / (double) SECOND;
        System.out.printf(
                Locale.ROOT,
                "entered=%d polls_per_s=%.0f p50_ms=%.2f p99_ms=%.2f p999_ms=%.2f max_ms=%.1f looks_per_s=%.0f look_p50_ms=%.2f look_p99_ms=%.2f"
                        + " seen=%d errors=%d reconnects=%d late=%d%s%n",
                entered,
                polls.count / seconds,
                polls.quantile(0.5),
                polls.quantile(0.99),
                polls.quantile(0.999),
                polls.quantile(1),
                looks.count / seconds,
                looks.quantile(0.5),
                looks.quantile(0.99),
                hosts == 0 ? 0 : Host.seen.stream().mapToInt(it -> it.waiting).sum() / hosts,
                errors,
                reconnects,
                polls.late + looks.late,
                firstError.isEmpty() ? "" : " first_error=" + firstError);
        System.out.println("slowest poll of each second, in ms: " + polls.slowest);
    }

    private void run(long end) throws IOException {
        while (System.nanoTime() < end) {
            long now = System.nanoTime();
            while (!due.isEmpty() && due.peek().due <= now) {
                due.poll().ask();
                now = System.nanoTime();
            }
            long idle = (Math.min(end, due.isEmpty() ? end : due.peek().due) - System.nanoTime()) / 1_000_000;
            if (idle > 0) {
                selector.select(idle);
            } else {
                selector.selectNow();
            }
            for (var key : selector.selectedKeys()) {
                ((Caller) key.attachment()).heard(key);
            }
            selector.selectedKeys().clear();
        }
    }

    /** Latencies, in steps of a hundredth of a millisecond up to ten seconds. */
    private static final class Times {
        private final int[] steps = new int[1_000_000];
        private final List<Integer> slowest = new ArrayList<>();
        private long count;
        private long late;

        void add(long nanos, int second) {
            while (slowest.size() <= second) {
                slowest.add(0);
            }
            slowest.set(second, Math.max(slowest.get(second), (int) (nanos / 1_000_000)));
            steps[(int) Math.min(nanos / 10_000, steps.length - 1)]++;
            count++;
        }

        double quantile(double part) {
            long rest = (long) Math.ceil(count * part);
            for (int i = 0; i < steps.length; i++) {
                rest -= steps[i];
                if (rest <= 0) {
                    return (i + 1) / 100.0;
                }
            }
            return 0;
        }
    }

    private static ByteBuffer bytes(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }

    private abstract class Caller {
        private final Times times;
        private final byte[] head = new byte[2048];
        private int length;
        private final byte[] tail = new byte[LAST_CHUNK.length];
        private SocketChannel channel;
        private SelectionKey key;
        private ByteBuffer request;
        private long sent;
        private long left;
        private boolean asking;
        long due;

        Caller(Times times, long due) {
            this.times = times;
            this.due = due;
        }

        /** What is sent: made once, or whenever it changes. */
        abstract ByteBuffer request();

        abstract void answered();

        void body(ByteBuffer part) {}

        void ask() throws IOException {
            long now = System.nanoTime();
            if (now >= counting && now - due > SECOND / 10) {
                times.late++;
            }
            due = Math.max(due + SECOND, now);
            sent = now;
            asking = true;
            request = request().rewind();
            length = 0;
            left = -1;
            if (channel == null) {
                channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.socket().setTcpNoDelay(true);
                boolean there = channel.connect(server);
                key = channel.register(selector, there ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
                if (!there) {
                    return;
                }
            }
            write();
        }

        private void write() throws IOException {
            try {
                channel.write(request);
            } catch (IOException e) {
                lost();
                return;
            }
            key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ);
        }

        void heard(SelectionKey key) throws IOException {
            try {
                if (key.isConnectable()) {
                    channel.finishConnect();
                    write();
                } else if (key.isWritable()) {
                    write();
                }
                if (channel != null && key.isValid() && key.isReadable()) {
                    read();
                }
            } catch (IOException e) {
                failed(e.toString());
                lost();
            }
        }

        private void read() throws IOException {
            bytes.clear();
            int count = channel.read(bytes);
            if (count < 0) {
                lost();
                return;
            }
            bytes.flip();
            if (left == -1 && !head()) {
                return;
            }
            body(bytes);
            if (left >= 0) {
                left -= bytes.remaining();
            } else {
                keep();
            }
            if (left == 0 || left == -2 && Arrays.equals(tail, LAST_CHUNK)) {
                done();
            }
        }

        /** False until the last line of the head has come; then {@code left} is what of the body is to come, -2 if it comes in chunks. */
        private boolean head() {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                head[length++] = next;
                if (next == '\n' && length > 3 && head[length - 3] == '\n') {
                    int at = find(LENGTH);
                    left = at < 0 ? -2 : number(at + LENGTH.length);
                    return true;
                }
            }
            return false;
        }

        private int find(byte[] word) {
            for (int i = 0; i + word.length <= length; i++) {
                if (head[i] == word[0] && Arrays.equals(head, i, i + word.length, word, 0, word.length)) {
                    return i;
                }
            }
            return -1;
        }

        private long number(int at) {
            long number = 0;
            for (int i = at; head[i] != '\r'; i++) {
                number = number * 10 + head[i] - '0';
            }
            return number;
        }

        String text() {
            return new String(head, 0, length, StandardCharsets.US_ASCII);
        }

        private void keep() {
            int count = Math.min(bytes.remaining(), tail.length);
            System.arraycopy(tail, count, tail, 0, tail.length - count);
            bytes.position(bytes.limit() - count).get(tail, tail.length - count, count);
        }

        private void done() throws IOException {
            long now = System.nanoTime();
            Arrays.fill(tail, (byte) 0);
            left = -1;
            asking = false;
            if (Arrays.equals(head, 0, GOOD.length, GOOD, 0, GOOD.length)) {
                answered();
                if (sent >= counting) {
                    times.add(now - sent, (int) ((sent - counting) / SECOND));
                }
            } else {
                failed(text().lines().findFirst().orElse("").strip());
            }
            due(now);
        }

        private void due(long now) {
            due = Math.max(due, now);
            Lobby.this.due.add(this);
        }

        private void failed(String what) {
            errors++;
            firstError = firstError.isEmpty() ? what.replace(' ', '_') : firstError;
        }

        /** The server closes connections now and then: whoever had one asks again over another. */
        private void lost() throws IOException {
            reconnects++;
            key.cancel();
            channel.close();
            channel = null;
            if (asking) {
                asking = false;
                due = System.nanoTime() + SECOND / 100;
                Lobby.this.due.add(this);
            }
        }
    }

    private final class Guest extends Caller {
        private static final String BODY = "{\"username\":\"Somebody who waits\"}";

        private final String start;
        private ByteBuffer bytes;
        private boolean inside;

        Guest(String room, int number, long due) {
            super(polls, due);
            var address = "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
            this.start = "POST /api/v1.0/rooms/" + room + "/request-entry/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: " + address
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n";
            this.bytes = bytes(start + "\r\n" + BODY);
        }

        @Override
        ByteBuffer request() {
            return bytes;
        }

        @Override
        void answered() {
            if (!inside) {
                var head = text();
                int at = head.indexOf("Set-Cookie: ");
                bytes = bytes(start + "Cookie: " + head.substring(at + 12, head.indexOf(';', at)) + "\r\n\r\n" + BODY);
                inside = true;
                entered++;
            }
        }
    }

    private final class Host extends Caller {
        private static final List<Host> seen = new ArrayList<>();
        private static final byte[] WORD = "\"waiting\"".getBytes(StandardCharsets.US_ASCII);

        private final ByteBuffer request;
        private int matched;
        private int counted;
        private int waiting;

        Host(String room, String cookie, long due) {
            super(looks, due);
            this.request = bytes("GET /api/v1.0/rooms/" + room + "/waiting-participants/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie + "\r\n\r\n");
            seen.add(this);
        }

        @Override
        ByteBuffer request() {
            return request;
        }

        @Override
        void body(ByteBuffer part) {
            for (int i = part.position(); i < part.limit(); i++) {
                matched = part.get(i) == WORD[matched] ? matched + 1 : part.get(i) == WORD[0] ? 1 : 0;
                if (matched == WORD.length) {
                    counted++;
                    matched = 0;
                }
            }
        }

        @Override
        void answered() {
            waiting = counted;
            counted = 0;
        }
    }
}
