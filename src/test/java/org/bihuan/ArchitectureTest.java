package org.bihuan;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.TenantOwned;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler does not know. */
class ArchitectureTest {
    private static final String ROOT = "org.bihuan";

    /** Each module may use those before it, through their root packages only. */
    private static final Map<String, Integer> RANK = ranks(
            List.of("shared"),
            List.of("calendar"),
            List.of("company"),
            List.of("estate"),
            List.of("catalogue", "savedview"),
            List.of("workorder"),
            List.of("crew", "frontdesk", "followup"),
            List.of("notification", "integration", "ownerportal", "reporting", "search"));

    /** Not modules of the house: the front door, and a visitor who knows the public API only. */
    private static final Set<String> OUTSIDE = Set.of("launch", "demo");

    /** Founding the first company and signing in are done by nobody in particular, so no key of theirs could be kept. */
    private static final Set<String> POSTS_OF_NOBODY = Set.of("AuthResource", "SetupResource");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @SafeVarargs
    private static Map<String, Integer> ranks(List<String>... groups) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (int rank = 0; rank < groups.length; rank++) {
            for (String module : groups[rank]) {
                ranks.put(module, rank);
            }
        }
        return ranks;
    }

    @Test
    void modulesUseOnlyTheRootPackagesOfModulesBeforeThem() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass user : HOUSE) {
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                if (!isAllowed(user, dependency.getTargetClass())) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isAllowed(JavaClass user, JavaClass used) {
        String from = module(user);
        String to = module(used);
        if (!used.getPackageName().startsWith(ROOT) || from.equals(to)) {
            return true;
        }
        boolean usedRoot = used.getPackageName().equals(ROOT + "." + to);
        if (OUTSIDE.contains(from)) {
            return from.equals("launch") && (to.equals("demo") || usedRoot);
        }
        return usedRoot && RANK.containsKey(to) && RANK.getOrDefault(to, 0) < RANK.getOrDefault(from, 0);
    }

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    @Test
    void everyPackageBelongsToAKnownModule() {
        Set<String> modules = HOUSE.stream().map(ArchitectureTest::module).collect(Collectors.toSet());
        modules.removeAll(OUTSIDE);
        assertThat(RANK.keySet()).containsAll(modules);
    }

    @Test
    void nobodyUsesTheWebOrTheJobsOfAnybody() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..job..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "..web..", ROOT + "..job..")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(HOUSE);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("..demo..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void entitiesHaveNoSettersAndBelongToACompany() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .andShould()
                .bePublic()
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .doNotHaveSimpleName("Company")
                .should()
                .beAssignableTo(TenantOwned.class)
                .check(HOUSE);
    }

    @Test
    void everyOperationSaysWhoMayUseIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(sayWhoMayUseThem())
                .check(HOUSE);
    }

    private static ArchCondition<JavaMethod> sayWhoMayUseThem() {
        return new ArchCondition<>("say who may use them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = method.isAnnotatedWith(RolesAllowed.class)
                        || method.isAnnotatedWith(PermitAll.class)
                        || method.isAnnotatedWith(io.quarkus.security.Authenticated.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(io.quarkus.security.Authenticated.class);
                events.add(new SimpleConditionEvent(method, said, method.getFullName()));
            }
        };
    }

    @Test
    void everyPostOfSomebodyHonoursItsIdempotencyKey() {
        classes()
                .that()
                .containAnyMethodsThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are POSTs", method -> method.isAnnotatedWith(POST.class)))
                .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are used by somebody", type -> !POSTS_OF_NOBODY.contains(type.getSimpleName())))
                .should(beAnnotatedWith(Idempotent.class))
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() throws java.io.IOException {
        try (var files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            List<java.nio.file.Path> packages = files.filter(
                            file -> file.toString().endsWith(".java"))
                    .map(java.nio.file.Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages)
                    .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                            .contains("@NullMarked"));
        }
    }
}
