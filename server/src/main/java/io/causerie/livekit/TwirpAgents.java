package io.causerie.livekit;

import livekit.LivekitAgentDispatch.AgentDispatch;
import org.springframework.stereotype.Component;

/** Agents through LiveKit's AgentDispatchService (contract 03, section 18.2). */
@Component
class TwirpAgents implements Agents {

    private final LiveKitClients clients;

    TwirpAgents(LiveKitClients clients) {
        this.clients = clients;
    }

    @Override
    public String dispatch(String agent, String room, String metadata) {
        return Answers.of(clients.agents().createDispatch(room, agent, metadata))
                .map(AgentDispatch::getId)
                .orElse("");
    }

    @Override
    public void recall(String dispatch, String room) {
        try {
            Answers.of(clients.agents().deleteDispatch(room, dispatch));
        } catch (LiveKitException.Refused e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }
}
