package io.causerie.rooms;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Invitations by mail (contract 03, section 13).
 *
 * @param most people who can be invited at once
 * @param domain shown before the room's name; empty: the link without its scheme
 * @param baseUrl what links begin with; empty: this server's address
 */
@Validated
@ConfigurationProperties("causerie.invitations")
record InvitationProperties(
        @DefaultValue("50") @Min(1) int most,
        @DefaultValue("") String domain,
        @DefaultValue("") String baseUrl) {}
