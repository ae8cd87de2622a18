package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ReferenceSchemaTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void createsTheReferenceSchemaInAnEmptyDatabase() {
        assertThat(jdbc.sql("select count(*) from public.django_migrations")
                        .query(Integer.class)
                        .single())
                .isEqualTo(44);
        assertThat(jdbc.sql("select count(*) from public.meet_room")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
