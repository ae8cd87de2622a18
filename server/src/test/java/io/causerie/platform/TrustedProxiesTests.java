package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTests {

    private final TrustedProxies production = trusting("", "Production");

    @Test
    void theClientIsTheRightMostAddressThatIsNoProxy() {
        assertThat(production.client("10.0.0.7", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(production.client("10.0.0.7", List.of("6.6.6.6", "203.0.113.9", "192.168.1.4")))
                .isEqualTo("203.0.113.9");
        assertThat(production.client("127.0.0.1", List.of("2001:db8::5"))).isEqualTo("2001:db8::5");
    }

    @Test
    void whatAClientWroteItselfCountsForNothing() {
        assertThat(production.client("203.0.113.9", List.of("6.6.6.6"))).isEqualTo("203.0.113.9");
        assertThat(production.client("10.0.0.7", List.of("6.6.6.6", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void nonsenseEndsTheChain() {
        assertThat(production.client("10.0.0.7", List.of("6.6.6.6", "unknown"))).isEqualTo("10.0.0.7");
        assertThat(production.client("10.0.0.7", List.of("6.6.6.6", "", "10.0.0.8")))
                .isEqualTo("10.0.0.8");
        assertThat(production.client("10.0.0.7", List.of("localhost"))).isEqualTo("10.0.0.7");
    }

    @Test
    void portsBehindAddressesAreNoPartOfThem() {
        assertThat(production.client("10.0.0.7", List.of("203.0.113.9:4711"))).isEqualTo("203.0.113.9");
        assertThat(production.client("10.0.0.7", List.of("[2001:db8::5]:4711"))).isEqualTo("2001:db8::5");
    }

    @Test
    void addressesWithoutPortsAreReadInEveryForm() {
        assertThat(production.client("10.0.0.7", List.of("[2001:db8::5]"))).isEqualTo("2001:db8::5");
        assertThat(production.client("10.0.0.7", List.of("::ffff:203.0.113.9"))).isEqualTo("::ffff:203.0.113.9");
        assertThat(production.client("10.0.0.7", List.of("203.0.113.9:x"))).isEqualTo("10.0.0.7");
        assertThat(production.client("10.0.0.7", List.of("203.0.113.9:80:80"))).isEqualTo("10.0.0.7");
        assertThat(production.client("10.0.0.7", List.of())).isEqualTo("10.0.0.7");
    }

    @Test
    void aNetworkEndsAtItsLastBit() {
        assertThat(Networks.of("172.16.0.0/12").hold("172.31.255.255")).isTrue();
        assertThat(Networks.of("172.16.0.0/12").hold("172.32.0.0")).isFalse();
        assertThat(Networks.of("10.0.0.0/8").hold("11.0.0.0")).isFalse();
        assertThat(Networks.of("192.0.2.7").hold("192.0.2.7")).isTrue();
        assertThat(Networks.of("192.0.2.7").hold("192.0.2.6")).isFalse();
        assertThat(Networks.of("0.0.0.0/0").hold("203.0.113.9")).isTrue();
        assertThat(Networks.of("0.0.0.0/0,::/0").hold("localhost")).isFalse();
        assertThat(Networks.of("fe80::/10").hold("febf::1")).isTrue();
        assertThat(Networks.of("fe80::/10").hold("fec0::1")).isFalse();
    }

    @Test
    void aHostNamesAPortOrNot() {
        assertThat(List.of("meet.example.org:8443", "[::1]:80", "a:1")).allMatch(TrustedProxies::portNamed);
        assertThat(List.of("", "80", "meet.example.org", "meet.example.org:", "[::1]", "a:8x"))
                .noneMatch(TrustedProxies::portNamed);
        assertThat(TrustedProxies.portNamed(null)).isFalse();
    }

    @Test
    void outsideProductionOnlyTheLoopbackIsBelieved() {
        var base = trusting("", "Base");
        assertThat(base.client("10.0.0.7", List.of("203.0.113.9"))).isEqualTo("10.0.0.7");
        assertThat(base.client("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void theSettingReplacesTheUsualProxies() {
        var named = trusting("198.51.100.0/24, 2001:db8:1::/48", "Production");
        assertThat(named.client("198.51.100.200", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(named.client("2001:db8:1:2::3", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(named.client("10.0.0.7", List.of("203.0.113.9"))).isEqualTo("10.0.0.7");
        assertThat(trusting("none", "Production").client("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void ofOneIpv6HouseholdEveryAddressCountsAsOne() {
        assertThat(Networks.client("2001:db8:0:1::1")).isEqualTo(Networks.client("2001:db8:0:1:ffff::2"));
        assertThat(Networks.client("2001:db8:0:1::1")).isNotEqualTo(Networks.client("2001:db8:0:2::1"));
        assertThat(Networks.client("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(Networks.client("203.0.113.9")).isNotEqualTo(Networks.client("203.0.113.10"));
    }

    private static TrustedProxies trusting(String proxies, String configuration) {
        var door = new DoorProperties(List.of(), proxies, false, List.of(), List.of());
        return new TrustedProxies(door, new CauserieProperties("", new Secret(""), configuration, "en-us"));
    }
}
