package io.rustls4j.tcnative.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.MemorySegment;

@AnalyzeClasses(
        packages = {"io.netty.internal.tcnative", "io.rustls4j.tcnative"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
    private static final String FRONT = "io.netty.internal.tcnative..";
    private static final String CALLS = "io.rustls4j.tcnative.calls..";

    @ArchTest
    static final ArchRule onlyTheFacadeTheJdkAndJSpecifyAreNeeded =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            FRONT,
                            "io.rustls4j.tcnative..",
                            "io.rustls4j",
                            "io.rustls4j.configs",
                            "io.rustls4j.pem",
                            "io.rustls4j.wire",
                            "java..",
                            "javax..",
                            "org.jspecify.annotations..");

    /** Old JVMs load these, and could not load the others. */
    @ArchTest
    static final ArchRule whatNettySeesKnowsOnlyTheCalls =
            noClasses()
                    .that()
                    .resideInAnyPackage(FRONT, CALLS)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.rustls4j..")
                                    .and(DescribedPredicate.not(resideInAPackage(CALLS)))
                                    .or(resideInAPackage("java.lang.foreign..")));

    @ArchTest
    static final ArchRule contextsKnowNoConnections =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.rustls4j.tcnative.context..",
                            "io.rustls4j.tcnative.certificate..",
                            "io.rustls4j.tcnative.credential..",
                            "io.rustls4j.tcnative.session..",
                            "io.rustls4j.tcnative.error..",
                            "io.rustls4j.tcnative.handle..",
                            "io.rustls4j.tcnative.bio..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.rustls4j.tcnative.connection..", "io.rustls4j.tcnative"));

    @ArchTest
    static final ArchRule oneClassMakesMemoryOfNumbers =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.rustls4j.tcnative.bio.NativeMemory")
                    .should()
                    .callMethod(MemorySegment.class, "reinterpret", long.class);
}
