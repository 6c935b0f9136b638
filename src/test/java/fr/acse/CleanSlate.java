package fr.acse;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Between tests all shelters are empty and without a past, those without people in the demo have none, nobody waits for a place, no alarm
 * stands, the clock is right, and nobody is or was logged in.
 */
public class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        TestTime.begin();
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        freeShelters(jdbc);
        onlyOurModels(application, jdbc);
        dismissed(application, jdbc);
        // A shelter whose places were freed here has no part in the cases of the tests before, and no alarm of them.
        jdbc.update("update alarm set ended_at = raised_at where stands");
        jdbc.update("delete from login_attempt");
        // What the tests before have read is nobody's reading in bulk.
        jdbc.update("delete from reading_stop");
        jdbc.update("insert into reading_stop (id, person, stopped_at, freed_at, freed_by)"
                + " select gen_random_uuid(), person, max(at), max(at), '-' from reveal group by person");
    }

    /** All shelters are open, empty and without a past, and nobody waits for a place. */
    public static void freeShelters(JdbcTemplate jdbc) {
        jdbc.update("update allocation set released_at = now() where released_at is null");
        jdbc.update("update place set closed_until = null, closed_reason = null where closed_until is not null");
        jdbc.update("update shelter set frozen_at = null, retired_at = null");
        jdbc.update("update breach set decision = 'kept', decided_at = now() where decision is null");
        jdbc.update("update orientation_request set outcome = 'REFUSED' where outcome = 'WAITING_LIST'");
        jdbc.update("update offer set state = 'WITHDRAWN', ended_at = now() where state = 'OPEN'");
        jdbc.update(
                "update offer set opened_at = opened_at - interval '10 years' where opened_at > now() - interval '1 year'");
    }

    /** Nobody works in the shelters that have no people in the demo. */
    private static void dismissed(ApplicationContext application, JdbcTemplate jdbc) {
        jdbc.queryForList("select id_ from act_id_user where id_ like 'staffs%'", String.class)
                .forEach(application.getBean(IdentityService.class)::deleteUser);
    }

    /** What a test deployed is gone with all that runs on it. */
    private static void onlyOurModels(ApplicationContext application, JdbcTemplate jdbc) {
        for (String deployment : jdbc.queryForList(
                "select deployment from model_set where number > 1 order by number desc", String.class)) {
            application.getBean(RepositoryService.class).deleteDeployment(deployment, true, true);
        }
        jdbc.update("delete from model_set where number > 1");
        jdbc.update("delete from model_question");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
        SpringExtension.getApplicationContext(context)
                .getBean(IdentityService.class)
                .clearAuthentication();
    }
}
