// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.octolane.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.octolane.camel";

    private static final DescribedPredicate<JavaClass> WORDS_OF_ALL =
            type(OctolaneObject.class).or(type(OctolaneOperation.class)).as("the enums of the root");

    private static final DescribedPredicate<JavaClass> PROBLEM = type(OctolaneMappingException.Problem.class);

    @ArchTest
    static final ArchRule theMappingKnowsOnlyExceptionsOfTheClient = noClasses()
            .that()
            .resideInAPackage("..mapping..")
            .should()
            .dependOnClassesThat(resideInAPackage("..camel.client..")
                    .and(not(assignableTo(OctolaneException.class)))
                    .and(not(PROBLEM)));

    @ArchTest
    static final ArchRule theMappingKnowsNeitherBulkNorPollNorTheRoot = noClasses()
            .that()
            .resideInAPackage("..mapping..")
            .should()
            .dependOnClassesThat(resideInAPackage("..camel.bulk..")
                    .or(resideInAPackage("..camel.poll.."))
                    .or(resideInAPackage(ROOT).and(not(WORDS_OF_ALL))));

    @ArchTest
    static final ArchRule theModelIsDataOnly = noClasses()
            .that()
            .resideInAPackage("..camel.model..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage("..camel.model.."))));

    @ArchTest
    static final ArchRule theClientKnowsNothingAboveIt = noClasses()
            .that()
            .resideInAPackage("..camel.client..")
            .should()
            .dependOnClassesThat(resideInAPackage("..camel.bulk..")
                    .or(resideInAPackage("..camel.poll.."))
                    .or(resideInAPackage("..camel.mapping.."))
                    .or(resideInAPackage(ROOT).and(not(WORDS_OF_ALL))));

    @ArchTest
    static final ArchRule theClientKnowsNoExchange = noClasses()
            .that()
            .resideInAPackage("..camel.client..")
            .should()
            .dependOnClassesThat(
                    assignableTo(org.apache.camel.Exchange.class).or(assignableTo(org.apache.camel.Message.class)));

    @ArchTest
    static final ArchRule bulkKnowsNoPollAndNoExchange = noClasses()
            .that()
            .resideInAPackage("..camel.bulk..")
            .should()
            .dependOnClassesThat(resideInAPackage("..camel.poll..")
                    .or(resideInAPackage(ROOT).and(not(WORDS_OF_ALL)))
                    .or(assignableTo(org.apache.camel.Exchange.class)));

    @ArchTest
    static final ArchRule noPackageKnowsItselfThroughAnother = slices().matching("com.octolane.(camel.*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), WORDS_OF_ALL);

    @ArchTest
    static final ArchRule theRootStandsAboveAllPackages = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT).and(not(WORDS_OF_ALL)));

    @ArchTest
    static final ArchRule locksLetVirtualThreadsGo = noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule nothingHangsOnAThread =
            noClasses().should().dependOnClassesThat(assignableTo(ThreadLocal.class));

    @ArchTest
    static final ArchRule routesShareNoMutableState =
            noFields().that().areStatic().should().notBeFinal();
}
