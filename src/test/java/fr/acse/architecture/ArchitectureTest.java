package fr.acse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.acse.AcseReferralApplication;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.data.repository.Repository;

@AnalyzeClasses(packages = "fr.acse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyProcessAndPlatformKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "fr.acse.platform..")
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
            .resideInAPackage("..process");

    @ArchTest
    static final ArchRule delegatesLeaveTheDatabaseToServices = noClasses()
            .that()
            .implement(JavaDelegate.class)
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
    static final ArchRule noFeatureGoesInACircle = slices().matching(
                    "fr.acse.(casefile|directory|referral|placement|transfer|payment|residence|deadline|notice|retention)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util");
}
