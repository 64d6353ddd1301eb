package dev.palindrome.adapters.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.palindrome.spi.sql.ConnectionSession;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the modules stand to each other. These rules are here because this module alone sees every jar. Each first makes sure
 * that what it speaks of is there, so that none passes by matching nothing.
 */
class ArchitectureTest {
    private static final String SPI = "dev.palindrome.spi..";
    private static final String DOMAIN = "dev.palindrome.domain..";
    private static final String APPLICATION = "dev.palindrome.application..";
    private static final String JDBC = "dev.palindrome.adapters.jdbc..";
    private static final String FILES = "dev.palindrome.adapters.files..";
    private static final String CLI = "dev.palindrome.adapters.cli..";
    private static final String HTTP = "dev.palindrome.adapters.http..";
    private static final String[] ADAPTERS = {JDBC, FILES, CLI, HTTP};
    private static final String[] ALL = Stream.concat(Stream.of(SPI, DOMAIN, APPLICATION), Arrays.stream(ADAPTERS))
            .toArray(String[]::new);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.palindrome");

    @Test
    void the_spi_knows_nobody() {
        assertNotEmpty(SPI);
        classes()
                .that()
                .resideInAPackage(SPI)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(SPI, "java..", "javax.sql..", "org.jspecify..")
                .because("plug-ins compile against the spi, and should get nothing else with it")
                .check(CLASSES);
    }

    @Test
    void the_domain_knows_the_spi_alone() {
        assertNotEmpty(DOMAIN, SPI);
        classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, SPI, "java..", "org.jspecify..")
                .because("the rules are worth testing with values alone: no I/O, no framework")
                .check(CLASSES);
    }

    @Test
    void the_application_knows_no_adapter() {
        assertNotEmpty(APPLICATION);
        assertNotEmpty(ADAPTERS);
        noClasses()
                .that()
                .resideInAnyPackage(SPI, DOMAIN, APPLICATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.palindrome.adapters..", "dev.palindrome.testkit..")
                .because("adapters are found with ServiceLoader, so that anybody can bring one")
                .check(CLASSES);
    }

    @Test
    void driven_adapters_know_the_spi_alone() {
        assertNotEmpty(JDBC, FILES, DOMAIN, APPLICATION);
        noClasses()
                .that()
                .resideInAnyPackage(JDBC, FILES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .because("they enter through the same door as anybody's")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {JDBC, FILES, CLI, HTTP})
    void no_adapter_knows_another(String adapter) {
        assertNotEmpty(adapter);
        noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.palindrome.adapters..").and(not(resideInAPackage(adapter))))
                .because("each can be left out of a distribution")
                .check(CLASSES);
    }

    @Test
    void packages_are_free_of_cycles() {
        assertNotEmpty(ALL);
        slices().matching("dev.palindrome.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that is understood last can be read last")
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_writes_to_the_standard_streams() {
        assertNotEmpty(ALL);
        assertThat(CLASSES.contain(Main.class)).isTrue();
        noClasses()
                .that(resideInAnyPackage(ALL)
                        .and(not(DescribedPredicate.describe("Main", c -> c.isEquivalentTo(Main.class)))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("embedding programs own their streams, and JSON output must hold one document")
                .check(CLASSES);
    }

    @Test
    void only_one_module_and_the_session_that_outsiders_take_speak_jdbc() {
        assertNotEmpty(ALL);
        assertThat(CLASSES.contain(ConnectionSession.class)).isTrue();
        DescribedPredicate<JavaClass> theSession = DescribedPredicate.describe(
                "the session on a connection", c -> c.getName().startsWith(ConnectionSession.class.getName()));
        noClasses()
                .that(resideInAnyPackage(ALL).and(not(resideInAPackage(JDBC))).and(not(theSession)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .because("a database need not have a JDBC driver to have an adapter")
                .check(CLASSES);
    }

    @Test
    void no_framework_reaches_the_inner_modules() {
        assertNotEmpty(SPI, DOMAIN);
        noClasses()
                .that()
                .resideInAnyPackage(SPI, DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google..",
                        "jakarta..",
                        "com.fasterxml..",
                        "tools.jackson..",
                        "org.jdbi..",
                        "picocli..",
                        "io.javalin..",
                        "org.slf4j..")
                .because("frameworks come and go, and plug-ins must not meet them")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite", "h2", "mysql", "mariadb"})
    void a_database_is_named_in_its_own_package_only(String database) {
        assertNotEmpty(ALL);
        DescribedPredicate<JavaClass> itsOwn = DescribedPredicate.describe(
                "reside in the package of " + database,
                c -> c.getPackageName().startsWith("dev.palindrome.adapters.jdbc." + database));
        noClasses()
                .that(resideInAnyPackage(ALL).and(not(itsOwn)))
                .should()
                .haveNameMatching("(?i).*" + database + ".*")
                .because("what differs between databases is behind the adapter, or the seam is in the wrong place")
                .check(CLASSES);
    }

    @Test
    void the_databases_that_the_rule_names_are_there() {
        for (String database : new String[] {"postgres", "mysql", "sqlite", "h2"}) {
            assertThat(CLASSES.stream()
                            .map(JavaClass::getSimpleName)
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(database)))
                    .as(database)
                    .isTrue();
        }
    }

    private static void assertNotEmpty(String... packages) {
        for (String name : packages) {
            assertThat(CLASSES.that(resideInAPackage(name)))
                    .as("classes in " + name)
                    .isNotEmpty();
        }
    }
}
