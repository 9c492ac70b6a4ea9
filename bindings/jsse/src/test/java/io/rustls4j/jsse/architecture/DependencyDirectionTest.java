package io.rustls4j.jsse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.rustls4j.jsse", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
    @ArchTest
    static final ArchRule onlyTheFacadeTheJdkAndJSpecifyAreNeeded =
            classes()
                    .that()
                    .resideInAPackage("io.rustls4j.jsse..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rustls4j.jsse..",
                            "io.rustls4j",
                            "io.rustls4j.configs",
                            "io.rustls4j.wire",
                            "java..",
                            "javax..",
                            "jdk.jfr..",
                            "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule nothingTouchesNativeMemory =
            noClasses()
                    .that()
                    .resideInAPackage("io.rustls4j.jsse..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule theStateMachineKnowsNeitherEnginesNorSockets =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.rustls4j.jsse.connection..",
                            "io.rustls4j.jsse.session..",
                            "io.rustls4j.jsse.trust..",
                            "io.rustls4j.jsse.keys..",
                            "io.rustls4j.jsse.parameters..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.rustls4j.jsse.engine..", "io.rustls4j.jsse.socket..");

    @ArchTest
    static final ArchRule onlyEventsKnowFlightRecorder =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.rustls4j.jsse.events..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jdk.jfr..");
}
