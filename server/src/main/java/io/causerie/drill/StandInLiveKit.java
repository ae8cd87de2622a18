package io.causerie.drill;

import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.causerie.drill.Fault.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.SendDataResponse;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** LiveKit as far as recordings need it, over its own protocol (contract 04, section 5): rooms with somebody in them, and egresses. It may be slow. */
final class StandInLiveKit implements AutoCloseable {

    private final Dice dice;
    private final EgressWebhooks webhooks;
    private final StandInStore store;
    private final HttpServer server;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<StandInEgress> egresses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean slow;

    StandInLiveKit(Dice dice, EgressWebhooks webhooks, StandInStore store) throws IOException {
        this.dice = dice;
        this.webhooks = webhooks;
        this.store = store;
        this.server = Loopback.server(this::handle);
    }

    /** A call LiveKit refuses, in Twirp's words. */
    private static final class Refusal extends Exception {
        private final int status;

        Refusal(int status, String code) {
            super(code, null, false, false);
            this.status = status;
        }
    }

    String address() {
        return Loopback.address(server);
    }

    /** Somebody has entered that room and stays. */
    void open(String room) {
        rooms.put(room, Room.newBuilder().setSid("RM_" + room).setName(room).build());
    }

    void slow(boolean whether) {
        slow = whether;
    }

    List<StandInEgress> egresses() {
        return List.copyOf(egresses);
    }

    /** Rooms whose metadata say that they are recorded. */
    long shownAsRecorded() {
        return rooms.values().stream()
                .filter(it -> it.getMetadata().contains("recording_status"))
                .count();
    }

    /** One of those that run dies; false when none does. */
    boolean kill(Manner manner) {
        return egresses.stream().filter(StandInEgress::running).anyMatch(it -> it.die(manner));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("^/twirp/livekit\\.", "");
            var body = exchange.getRequestBody().readAllBytes();
            var draw = dice.of("call " + calls.incrementAndGet());
            boolean start = method.endsWith("/StartRoomCompositeEgress");
            if (slow) {
                Loopback.pause(Dice.between(draw, 0, start ? 9_000 : 3_000));
            }
            MessageLite answer;
            try {
                answer = answer(method, body);
            } catch (Refusal e) {
                refuse(exchange, e);
                return;
            }
            if (slow) {
                Loopback.pause(Dice.between(draw, 0, start ? 6_000 : 500));
            }
            var bytes = answer.toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/protobuf");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        var bytes = "{\"code\":\"%s\",\"msg\":\"drill\"}"
                .formatted(refusal.getMessage())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refusal.status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private MessageLite answer(String method, byte[] body) throws IOException, Refusal {
        return switch (method) {
            case "RoomService/ListRooms" -> list(ListRoomsRequest.parseFrom(body));
            case "RoomService/UpdateRoomMetadata" -> metadata(UpdateRoomMetadataRequest.parseFrom(body));
            case "RoomService/SendData" -> SendDataResponse.getDefaultInstance();
            case "RoomService/ListParticipants" ->
                ListParticipantsResponse.newBuilder()
                        .addParticipants(ParticipantInfo.newBuilder()
                                .setIdentity("somebody")
                                .setIsPublisher(true)
                                .setState(ParticipantInfo.State.ACTIVE))
                        .build();
            case "Egress/StartRoomCompositeEgress" -> start(RoomCompositeEgressRequest.parseFrom(body));
            case "Egress/StopEgress" -> stop(StopEgressRequest.parseFrom(body).getEgressId());
            case "Egress/ListEgress" -> list(ListEgressRequest.parseFrom(body));
            default -> throw new Refusal(404, "bad_route");
        };
    }

    private ListRoomsResponse list(ListRoomsRequest request) {
        var names = request.getNamesList();
        return ListRoomsResponse.newBuilder()
                .addAllRooms(rooms.values().stream()
                        .filter(it -> names.isEmpty() || names.contains(it.getName()))
                        .toList())
                .build();
    }

    private Room metadata(UpdateRoomMetadataRequest request) throws Refusal {
        return Optional.ofNullable(rooms.computeIfPresent(
                        request.getRoom(),
                        (name, room) -> room.toBuilder()
                                .setMetadata(request.getMetadata())
                                .build()))
                .orElseThrow(() -> new Refusal(404, "not_found"));
    }

    private EgressInfo start(RoomCompositeEgressRequest request) throws Refusal {
        if (!rooms.containsKey(request.getRoomName())) {
            throw new Refusal(404, "not_found");
        }
        int number = started.incrementAndGet();
        var draw = dice.of("egress " + number);
        var info = EgressInfo.newBuilder()
                .setEgressId("EG_" + Long.toString(draw.nextLong(Long.MAX_VALUE), 36))
                .setRoomName(request.getRoomName())
                .setStatus(EgressStatus.EGRESS_STARTING)
                .setRoomComposite(request)
                .build();
        var egress = new StandInEgress(number, info, webhooks, store, draw);
        egresses.add(egress);
        egress.begin();
        return info;
    }

    private EgressInfo stop(String id) throws Refusal {
        var egress = egresses.stream()
                .filter(it -> !it.forgotten() && it.info().getEgressId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "not_found"));
        var stopped = egress.stop();
        if (stopped == null) {
            throw new Refusal(412, "failed_precondition");
        }
        return stopped;
    }

    private ListEgressResponse list(ListEgressRequest request) {
        return ListEgressResponse.newBuilder()
                .addAllItems(egresses.stream()
                        .filter(it -> !it.forgotten())
                        .map(StandInEgress::info)
                        .filter(it -> request.getEgressId().isEmpty()
                                || request.getEgressId().equals(it.getEgressId()))
                        .filter(it -> request.getRoomName().isEmpty()
                                || request.getRoomName().equals(it.getRoomName()))
                        .toList())
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
