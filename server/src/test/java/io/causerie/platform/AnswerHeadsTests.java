package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.junit.jupiter.api.Test;

class AnswerHeadsTests {

    private final org.apache.coyote.Response coyote = new org.apache.coyote.Response();
    private final Response response = new Response(coyote);
    private final AnswerHeads.Encoder encoder = new AnswerHeads.Encoder();

    @Test
    void namesAndValuesAreBytesOfTheSameText() throws IOException, ServletException {
        answer(false);
        var headers = coyote.getMimeHeaders();
        assertThat(headers.getName(0).getType()).isEqualTo(MessageBytes.T_BYTES);
        assertThat(headers.getValue(0).getType()).isEqualTo(MessageBytes.T_BYTES);
        assertThat(response.getHeader("X-Name")).isEqualTo("a value, schön");
        assertThat(response.getHeaderNames()).containsExactly("X-Name");
    }

    @Test
    void whatWasSentIsLeftAlone() throws IOException, ServletException {
        answer(true);
        assertThat(coyote.getMimeHeaders().getValue(0).getType()).isEqualTo(MessageBytes.T_STR);
    }

    private void answer(boolean sent) throws IOException, ServletException {
        encoder.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {
                coyote.getMimeHeaders().setValue("X-Name").setString("a value, schön");
                coyote.setCommitted(sent);
            }
        });
        encoder.invoke(new Request(new Connector(), new org.apache.coyote.Request()), response);
    }
}
