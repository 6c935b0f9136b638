package fr.acse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import fr.acse.AcseReferralApplication;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "fr.acse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = {
        "fr.acse.referral..",
        "fr.acse.placement..",
        "fr.acse.transfer..",
        "fr.acse.payment..",
        "fr.acse.residence..",
        "fr.acse.stay..",
        "fr.acse.breach..",
        "fr.acse.herdata..",
        "fr.acse.directory..",
        "fr.acse.notice..",
        "fr.acse.retention..",
        "fr.acse.search..",
        "fr.acse.deadline..",
        "fr.acse.alarm..",
        "fr.acse.audit.process.."
    };

    /** From the ground up. Each floor knows those below it. */
    @ArchTest
    static final ArchRule noArrowGoesUpwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("words and codes")
            .definedBy("fr.acse.words", "fr.acse.codes")
            .layer("what is kept")
            .definedBy("fr.acse.casefile", "fr.acse.audit")
            .layer("platform")
            .definedBy("fr.acse.platform..")
            .layer("features")
            .definedBy(FEATURES)
            .layer("console")
            .definedBy("fr.acse.console..")
            .layer("application")
            .definedBy("fr.acse")
            .whereLayer("application")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("application")
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("application", "console")
            .whereLayer("platform")
            .mayOnlyBeAccessedByLayers("application", "console", "features")
            .whereLayer("what is kept")
            .mayOnlyBeAccessedByLayers("application", "console", "features", "platform");

    @ArchTest
    static final ArchRule everyPackageHasItsFloor = classes()
            .should()
            .resideInAnyPackage(
                    "fr.acse",
                    "fr.acse.words",
                    "fr.acse.codes",
                    "fr.acse.casefile",
                    "fr.acse.audit..",
                    "fr.acse.platform..",
                    "fr.acse.referral..",
                    "fr.acse.placement..",
                    "fr.acse.transfer..",
                    "fr.acse.payment..",
                    "fr.acse.residence..",
                    "fr.acse.stay..",
                    "fr.acse.breach..",
                    "fr.acse.herdata..",
                    "fr.acse.directory..",
                    "fr.acse.notice..",
                    "fr.acse.retention..",
                    "fr.acse.search..",
                    "fr.acse.deadline..",
                    "fr.acse.alarm..",
                    "fr.acse.console..");

    @ArchTest
    static final ArchRule noPackageGoesInACircle =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule repositoriesAreHiddenInTheirPackage =
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule featuresAreFreeOfTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "fr.acse.platform..", "fr.acse.console..")
            .and()
            .doNotBelongToAnyOf(AcseReferralApplication.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule delegatesAreHiddenInTheirProcess = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(ModelStep.class)
            .andShould()
            .resideInAPackage("..process");

    @ArchTest
    static final ArchRule stepsAreHiddenInTheirProcess = methods()
            .that()
            .haveRawReturnType(JavaDelegate.class)
            .or()
            .haveRawReturnType(ExecutionListener.class)
            .should()
            .haveNameMatching("[a-z]\\w+(Delegate|Listener)")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(ModelStep.class)
            .andShould()
            .beDeclaredInClassesThat()
            .haveNameMatching("fr\\.acse\\.\\w+\\.process\\.\\w+Steps");

    /** So it keeps nothing of one case for the next. */
    @ArchTest
    static final ArchRule aDelegateThatWorksWithOthersIsARecord = fields().that()
            .areDeclaredInClassesThat()
            .implement(JavaDelegate.class)
            .and()
            .areNotStatic()
            .should()
            .beDeclaredInClassesThat()
            .areAssignableTo(Record.class);

    @ArchTest
    static final ArchRule processesLeaveTheDatabaseToServices = noClasses()
            .that()
            .resideInAPackage("..process")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule featuresDoNotKnowTheirProcesses = noClasses()
            .that()
            .resideOutsideOfPackages("fr.acse..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.acse..process");

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util");

    /** A bean that works with more others does several things. The sets and the rehearsal of models are not there yet. */
    @ArchTest
    static final ArchRule aBeanWorksWithSevenOthersAtMost = codeUnits()
            .that(new DescribedPredicate<>("make a bean") {
                @Override
                public boolean test(JavaCodeUnit unit) {
                    return unit.isAnnotatedWith(Bean.class)
                            || unit.isConstructor() && unit.getOwner().isMetaAnnotatedWith(Component.class);
                }
            })
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("fr.acse.platform.sets", "fr.acse.console.rehearsal")
            .should(new ArchCondition<>("have seven parameters at most") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    int number = unit.getRawParameterTypes().size();
                    events.add(new SimpleConditionEvent(unit, number <= 7, unit.getFullName() + " has " + number));
                }
            });

    /** Each package is a slice of its own, whatever it is in. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
