package io.causerie.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.drill.Fault.EgressKilled;
import io.causerie.drill.Fault.LiveKitClock;
import io.causerie.drill.Fault.LiveKitSlow;
import io.causerie.drill.Fault.MailSilent;
import io.causerie.drill.Fault.Manner;
import io.causerie.drill.Fault.ServerKilled;
import io.causerie.drill.Fault.StoreRefuses;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultPlanTests {

    private static final Duration SHORT = Duration.ofSeconds(90);

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherSeedAnother() {
        assertThat(FaultPlan.of(7, SHORT)).isEqualTo(FaultPlan.of(7, SHORT));
        assertThat(FaultPlan.of(7, SHORT).faults())
                .isNotEqualTo(FaultPlan.of(8, SHORT).faults());
    }

    @Test
    void theServerIsKilledEveryThirtySeconds() {
        assertThat(all(FaultPlan.of(1, Duration.ofSeconds(100)), ServerKilled.class))
                .extracting(it -> it.at().toSeconds())
                .containsExactly(30L, 60L, 90L);
    }

    @Test
    void evenAShortOneHasFaultsOfEveryKindWithinItsTime() {
        LongStream.range(0, 200).mapToObj(it -> FaultPlan.of(it, SHORT)).forEach(plan -> {
            assertThat(plan.faults()).isSortedAccordingTo(Comparator.comparing(Fault::at));
            assertThat(plan.faults())
                    .allMatch(it -> !it.at().isNegative() && it.at().compareTo(SHORT) < 0);
            for (var kind : List.of(StoreRefuses.class, MailSilent.class, LiveKitSlow.class)) {
                assertThat(all(plan, kind)).isNotEmpty();
            }
            assertThat(all(plan, EgressKilled.class))
                    .extracting(EgressKilled::manner)
                    .contains(Manner.values());
            assertThat(all(plan, LiveKitClock.class))
                    .extracting(it -> it.off().toSeconds())
                    .containsExactlyInAnyOrder(45L, 0L, -45L);
        });
    }

    @Test
    void outagesEndBeforeTheDrillDoesAndLastAMinuteAtMost() {
        LongStream.range(0, 50)
                .mapToObj(it -> FaultPlan.of(it, Duration.ofMinutes(15)))
                .flatMap(it -> all(it, StoreRefuses.class).stream())
                .forEach(it -> {
                    assertThat(it.lasting()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(it.at().plus(it.lasting())).isLessThanOrEqualTo(Duration.ofMinutes(15));
                });
    }

    @Test
    void oneWebhookInTenIsLostAndOneInTenComesTwice() {
        var dice = new Dice(3);
        var fates = IntStream.range(0, 10_000)
                .mapToObj(it -> WebhookFate.of(dice, it + " egress_ended"))
                .toList();
        assertThat(fates.stream().filter(WebhookFate::lost).count()).isBetween(850L, 1_150L);
        assertThat(fates.stream().filter(it -> it.again().isPositive()).count()).isBetween(850L, 1_150L);
        assertThat(fates.stream().filter(it -> it.late().isPositive()).count()).isBetween(1_800L, 2_200L);
        assertThat(WebhookFate.of(dice, "5 egress_ended")).isEqualTo(fates.get(5));
    }

    @Test
    void whatItIsHeldWithoutDoesNotHappenAndTheRestStaysAsItWas() {
        var plan = FaultPlan.of(6, Duration.ofMinutes(5));
        var quiet = plan.without(Omission.parse("kills,webhooks"));
        assertThat(quiet.silent()).isTrue();
        assertThat(all(quiet, ServerKilled.class)).isEmpty();
        assertThat(quiet.faults()).hasSize(plan.faults().size() - 9).isSubsetOf(plan.faults());
        assertThat(plan.without(Omission.parse(""))).isEqualTo(plan);
        assertThat(plan.without(EnumSet.allOf(Omission.class)).faults()).isEmpty();
        assertThatThrownBy(() -> Omission.parse("kills,rain")).hasMessageContaining("--without expects");
    }

    private static <T extends Fault> List<T> all(FaultPlan plan, Class<T> kind) {
        return plan.faults().stream()
                .flatMap(it -> kind.isInstance(it) ? Stream.of(kind.cast(it)) : Stream.empty())
                .toList();
    }
}
