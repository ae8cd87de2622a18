package io.causerie;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Causerie.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    /** Into {@code target/spring-modulith-docs}; {@code make docs} copies them to {@code docs/modules}. */
    @Test
    void theirDiagramsAreDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml(DiagramOptions.defaults());
    }
}
