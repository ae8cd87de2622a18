package io.causerie.drill;

import java.time.Duration;

/**
 * What happens to one webhook on its way: one in ten is lost, one in ten comes twice, one in five so late that others overtake it.
 *
 * @param late how long it is held back
 * @param again how long after the first its double comes; zero: there is none
 */
record WebhookFate(boolean lost, Duration late, Duration again) {

    static final WebhookFate NONE = new WebhookFate(false, Duration.ZERO, Duration.ZERO);

    static WebhookFate of(Dice dice, String webhook) {
        var draw = dice.of("webhook " + webhook);
        boolean lost = draw.nextInt(10) == 0;
        boolean twice = draw.nextInt(10) == 0;
        boolean late = draw.nextInt(5) == 0;
        return new WebhookFate(
                lost,
                late ? Dice.between(draw, 500, 5_000) : Duration.ZERO,
                twice ? Dice.between(draw, 1, 3_000) : Duration.ZERO);
    }
}
