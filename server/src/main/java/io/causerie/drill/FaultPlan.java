package io.causerie.drill;

import io.causerie.drill.Fault.EgressKilled;
import io.causerie.drill.Fault.LiveKitClock;
import io.causerie.drill.Fault.LiveKitSlow;
import io.causerie.drill.Fault.MailSilent;
import io.causerie.drill.Fault.Manner;
import io.causerie.drill.Fault.ServerKilled;
import io.causerie.drill.Fault.StoreRefuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * What goes wrong and when, wholly from the seed: the same seed and time give the same plan.
 *
 * @param storeTells whether the store's notices complete recordings, instead of LiveKit's webhooks
 * @param lasting how long recordings are made among faults
 * @param faults in the order of their times
 * @param silent whether no webhook and no notice is sent at all
 */
record FaultPlan(long seed, boolean storeTells, Duration lasting, List<Fault> faults, boolean silent) {

    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(30);
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(12);
    private static final Duration BETWEEN_OUTAGES = Duration.ofMinutes(4);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(45);

    static FaultPlan of(long seed, Duration lasting) {
        var dice = new Dice(seed);
        var faults = new ArrayList<Fault>();
        for (var at = BETWEEN_KILLS; at.compareTo(lasting) < 0; at = at.plus(BETWEEN_KILLS)) {
            faults.add(new ServerKilled(at));
        }
        faults.addAll(deaths(dice.of("egress"), lasting));
        faults.addAll(outages(dice.of("store"), lasting, StoreRefuses::new));
        faults.addAll(outages(dice.of("mail"), lasting, MailSilent::new));
        faults.addAll(outages(dice.of("livekit"), lasting, LiveKitSlow::new));
        faults.addAll(skews(dice.of("clock"), lasting));
        faults.sort(Comparator.comparing(Fault::at));
        return new FaultPlan(seed, dice.of("completion").nextBoolean(), lasting, List.copyOf(faults), false);
    }

    /** The same plan without some of it. */
    FaultPlan without(Set<Omission> omissions) {
        var left = faults.stream()
                .filter(fault -> omissions.stream().noneMatch(it -> it.of(fault)))
                .toList();
        return new FaultPlan(seed, storeTells, lasting, left, omissions.contains(Omission.WEBHOOKS));
    }

    /** Every manner in turn, from a drawn one on: even a short drill sees each. */
    private static List<Fault> deaths(RandomGenerator dice, Duration lasting) {
        var manners = Manner.values();
        int first = dice.nextInt(manners.length);
        var deaths = new ArrayList<Fault>();
        for (int i = 0; i < Math.max(1, lasting.dividedBy(BETWEEN_DEATHS)); i++) {
            var within = Dice.between(dice, 0, BETWEEN_DEATHS.toMillis() - 1);
            var at = BETWEEN_DEATHS.multipliedBy(i).plus(within);
            deaths.add(new EgressKilled(at, manners[(first + i) % manners.length]));
        }
        return deaths;
    }

    /** At least one, each somewhere in its own share of the time. */
    private static List<Fault> outages(
            RandomGenerator dice, Duration lasting, BiFunction<Duration, Duration, Fault> fault) {
        int count = (int) Math.max(1, lasting.dividedBy(BETWEEN_OUTAGES));
        var share = lasting.dividedBy(count);
        var long_ = share.dividedBy(5);
        var length = long_.compareTo(LONGEST_OUTAGE) < 0 ? long_ : LONGEST_OUTAGE;
        var outages = new ArrayList<Fault>();
        for (int i = 0; i < count; i++) {
            var within = Dice.between(dice, 0, share.minus(length).toMillis());
            outages.add(fault.apply(share.multipliedBy(i).plus(within), length));
        }
        return outages;
    }

    /** Both ways, and right again in between, in parts of the time; which way first is drawn. */
    private static List<Fault> skews(RandomGenerator dice, Duration lasting) {
        var first = dice.nextBoolean() ? SKEW : SKEW.negated();
        var part = lasting.dividedBy(6);
        return List.of(
                new LiveKitClock(part, first),
                new LiveKitClock(part.multipliedBy(3), Duration.ZERO),
                new LiveKitClock(part.multipliedBy(4), first.negated()));
    }
}
