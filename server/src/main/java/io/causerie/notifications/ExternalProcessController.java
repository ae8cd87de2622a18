package io.causerie.notifications;

import io.causerie.platform.Body;
import io.causerie.platform.Guarded;
import io.causerie.platform.HookToken;
import io.causerie.platform.Message;
import io.causerie.recordings.Recordings;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the summary service tells what became of a recording it was handed (contract 04, section 8). Its body opens transcripts: it is never logged. */
@RestController
@RequestMapping("/api/v1.0/recordings/external-process-hook/")
class ExternalProcessController implements Guarded {

    private static final Logger log = LoggerFactory.getLogger(ExternalProcessController.class);
    private static final int LONGEST = 255;

    private final HookToken token;
    private final Recordings recordings;

    ExternalProcessController(SummaryProperties properties, Recordings recordings) {
        this.token = new HookToken("External process webhook API", properties.webhookToken());
        this.recordings = recordings;
    }

    @Override
    public void admit(HttpServletRequest request) {
        token.check(request);
    }

    /** Jobs nobody knows are acknowledged too: the service must not repeat itself, and learns nothing. */
    @PostMapping
    Message told(Body body) {
        var input = body.read();
        var job = input.requiredText("job_id", Integer.MAX_VALUE);
        var type = input.looseText("type");
        var status = input.looseText("status");
        input.verify();
        if (type.equals("transcript") && (status.equals("success") || status.equals("failure"))) {
            if (job.length() > LONGEST || !recordings.processed(job, status.equals("success"))) {
                log.warn("the summary service tells of a job that belongs to no recording");
            }
        } else {
            log.info("the summary service tells of something that changes no recording");
        }
        return new Message("Event processed.");
    }
}
