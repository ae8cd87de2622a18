package io.causerie.livekit;

import io.livekit.server.AccessToken;
import io.livekit.server.SIPAdmin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import livekit.LivekitSip.CreateSIPDispatchRuleRequest;
import livekit.LivekitSip.DeleteSIPDispatchRuleRequest;
import livekit.LivekitSip.ListSIPDispatchRuleRequest;
import livekit.LivekitSip.SIPDispatchRule;
import livekit.LivekitSip.SIPDispatchRuleDirect;
import livekit.LivekitSip.SIPDispatchRuleInfo;
import org.springframework.stereotype.Component;

/** Dispatch rules through LiveKit's SIP service (contract 03, section 18.2). */
@Component
class TwirpSip implements Sip {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final LiveKitClients clients;
    private final LiveKitProperties properties;

    TwirpSip(LiveKitClients clients, LiveKitProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    /** In the form that servers of every age read. */
    @Override
    @SuppressWarnings("deprecation")
    public Optional<String> create(String name, String room, String pin) {
        var direct = SIPDispatchRuleDirect.newBuilder().setRoomName(room).setPin(pin);
        var request = CreateSIPDispatchRuleRequest.newBuilder()
                .setName(name)
                .setRule(SIPDispatchRule.newBuilder().setDispatchRuleDirect(direct))
                .build();
        try {
            return Answers.of(clients.sip().createSipDispatchRule(request, authorization()))
                    .map(SIPDispatchRuleInfo::getSipDispatchRuleId);
        } catch (LiveKitException.Refused e) {
            if (taken(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** livekit-server 1.13 calls it an invalid argument. */
    private static boolean taken(LiveKitException.Refused e) {
        return e.code().equals("already_exists")
                || e.code().equals("invalid_argument")
                        && String.valueOf(e.getMessage()).contains("already exists");
    }

    @Override
    public Optional<Rule> find(String id) {
        var request = ListSIPDispatchRuleRequest.newBuilder().addDispatchRuleIds(id);
        return rules(request).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<Rule> list() {
        return rules(ListSIPDispatchRuleRequest.newBuilder());
    }

    private List<Rule> rules(ListSIPDispatchRuleRequest.Builder request) {
        return Answers.of(clients.sip().listSipDispatchRule(request.build(), authorization())).stream()
                .flatMap(it -> it.getItemsList().stream())
                .map(TwirpSip::rule)
                .toList();
    }

    private static Rule rule(SIPDispatchRuleInfo info) {
        var direct = info.getRule().getDispatchRuleDirect();
        return new Rule(info.getSipDispatchRuleId(), info.getName(), direct.getRoomName(), direct.getPin());
    }

    @Override
    public void delete(String id) {
        var request = DeleteSIPDispatchRuleRequest.newBuilder()
                .setSipDispatchRuleId(id)
                .build();
        try {
            Answers.of(clients.sip().deleteSipDispatchRule(request, authorization()));
        } catch (LiveKitException.Refused e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    private String authorization() {
        var token = new AccessToken(properties.apiKey(), properties.apiSecret().value());
        token.setTtl(TOKEN_LIFE.toMillis());
        token.addSIPGrants(new SIPAdmin(true));
        return "Bearer " + token.toJwt();
    }
}
