package io.causerie;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that a machine can check; each says why. */
class HouseRulesTests {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(it -> !it.contains("__")) // what Spring generated for an earlier build, if any
            .importPackages("io.causerie");

    @Test
    void controllersAreClosed() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .because("a controller is called by HTTP alone")
                .check(SERVER);
    }

    @Test
    void settingsAreRecords() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .because("settings never change while the server runs")
                .check(SERVER);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .because("tests set the clock, and PostgreSQL keeps microseconds: use " + Clock.class.getSimpleName())
                .check(SERVER);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor says what a class needs")
                .check(SERVER);
    }

    @Test
    void lettersChangeCaseInNoCountry() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because("a Turkish server would spell differently: name Locale.ROOT")
                .check(SERVER);
    }

    @Test
    void onlyModuleLiveKitKnowsLiveKitsTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.causerie.livekit", "io.causerie.drill")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("livekit..", "io.livekit..")
                .because("another SDK version must change one module; only the drill plays LiveKit itself")
                .check(SERVER);
    }

    @Test
    void onlyModuleStorageKnowsTheS3Client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.causerie.storage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("everybody else speaks to ObjectStore")
                .check(SERVER);
    }

    @Test
    void onlyTheStandalonePartsAndUsersKnowSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.causerie.standalone", "io.causerie.users")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .because("application requests pass no security filter chain")
                .check(SERVER);
    }

    @Test
    void nobodyDependsOnTheStandaloneParts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.causerie.standalone")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.causerie.standalone")
                .because("production must run without them")
                .check(SERVER);
    }

    /** See ADR 30: the build lays the beans of a standalone server out before anybody has set anything. */
    @Test
    void whichBeansThereAreDependsOnNoSetting() {
        methods()
                .should()
                .notBeMetaAnnotatedWith(Conditional.class)
                .because("a setting decides what a bean does, not whether it is there")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.causerie.standalone")
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .because("a setting decides what a bean does, not whether it is there")
                .check(SERVER);
    }
}
