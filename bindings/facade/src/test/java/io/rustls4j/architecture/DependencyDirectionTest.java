package io.rustls4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;

@AnalyzeClasses(packages = "io.rustls4j", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
    @ArchTest
    static final ArchRule onlyTheRustlsEngineTouchesTheBindings =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.rustls4j.rustls..", "io.rustls4j.ffi..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rustls4j.ffi..");

    @ArchTest
    static final ArchRule theBindingsKnowNobody =
            noClasses()
                    .that()
                    .resideInAPackage("io.rustls4j.ffi..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rustls4j",
                            "io.rustls4j.engine..",
                            "io.rustls4j.rustls..",
                            "io.rustls4j.jdk..");

    @ArchTest
    static final ArchRule theEnginesDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("io.rustls4j.jdk..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rustls4j.rustls..");

    @ArchTest
    static final ArchRule theRustlsEngineDoesNotKnowTheOther =
            noClasses()
                    .that()
                    .resideInAPackage("io.rustls4j.rustls..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rustls4j.jdk..");

    @ArchTest
    static final ArchRule readingMessagesNeedsNoEngine =
            noClasses()
                    .that()
                    .resideInAPackage("io.rustls4j.wire..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rustls4j.engine..", "io.rustls4j.rustls..", "io.rustls4j.jdk..");

    @ArchTest
    static final ArchRule oneClassLoadsTheLibrary =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.rustls4j.rustls.NativeLibrary")
                    .and()
                    .resideOutsideOfPackage("io.rustls4j.ffi..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(SymbolLookup.class);

    @ArchTest
    static final ArchRule oneClassMakesCriticalCallsAndOneMakesFunctionPointers =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.rustls4j.rustls.Transfer")
                    .and()
                    .doNotHaveFullyQualifiedName("io.rustls4j.rustls.UpcallStub")
                    .and()
                    .resideOutsideOfPackage("io.rustls4j.ffi..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Linker.class);

    @ArchTest
    static final ArchRule nothingButTheJdkAndJSpecifyIsNeeded =
            classes()
                    .that()
                    .resideInAPackage("io.rustls4j..")
                    .and()
                    .resideOutsideOfPackage("io.rustls4j.testkit..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rustls4j..", "java..", "javax..", "org.jspecify.annotations..");
}
