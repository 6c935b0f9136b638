package fr.acse.console.models;

import fr.acse.console.models.MigrationPlanning.Landing;
import fr.acse.console.models.MigrationPlanning.Plan;
import fr.acse.console.models.MigrationPlanning.Version;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Running cases and model versions. Analysts see the number of cases at each step. Supervisors also see the case references. */
@RestController
@RequestMapping("/camunda/api/acse/models/migrations")
record MigrationEndpoint(MigrationPlanning planning, Migrations migrations, CurrentPerson person, People people) {

    private static final String SUPERVISORS = "supervisors";

    /** @param moves whether the user is a supervisor */
    record Page(List<Version> versions, List<Migrations.Record> records, boolean moves) {}

    /** @param references references of the cases; null for analysts */
    record ShownLanding(String from, String to, String why, long cases, List<String> references) {}

    record ShownPlan(String process, String name, int from, int to, List<ShownLanding> landings, int cases) {}

    /** @param to version that the plan on the user's page showed */
    record Move(Integer to) {}

    record Begun(UUID id) {}

    @GetMapping
    public Page page() {
        return new Page(planning.versions(), migrations.latest(), supervises());
    }

    @GetMapping("/{process}/{version}")
    public ShownPlan plan(@PathVariable String process, @PathVariable int version) {
        boolean supervises = supervises();
        Plan plan = planning.plan(process, version);
        return new ShownPlan(
                plan.process(),
                plan.name(),
                plan.from(),
                plan.to(),
                plan.landings().stream().map(each -> shown(each, supervises)).toList(),
                plan.movable().size());
    }

    private boolean supervises() {
        return people.groupsOf(person.login()).contains(SUPERVISORS);
    }

    private static ShownLanding shown(Landing landing, boolean supervises) {
        return new ShownLanding(
                landing.from(), landing.to(), landing.why(), landing.cases(), supervises ? landing.references() : null);
    }

    /** Starts moving the cases that can be moved. All other cases stay in their version. */
    @PostMapping("/{process}/{version}")
    public Begun begin(@PathVariable String process, @PathVariable int version, @RequestBody Move move) {
        Refusal.unless(move.to() != null, "migrationStale");
        return new Begun(migrations.begin(process, version, move.to(), person.login()));
    }
}
