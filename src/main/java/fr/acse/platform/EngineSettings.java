package fr.acse.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Fits the engine to this application. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private static final String SECOND_PERSON = "acse.deployment.second-person";

    private final SealedFormsParseListener sealedForms;
    private final SealedForms forms;
    private final EngineWatch watch;
    private final DataSource dataSource;
    private final StartLock startLock;
    private final ApplicationContext application;
    private StartLock.Held held;

    EngineSettings(
            @Lazy SealedFormsParseListener sealedForms,
            @Lazy SealedForms forms,
            @Lazy EngineWatch watch,
            DataSource dataSource,
            StartLock startLock,
            ApplicationContext application) {
        this.sealedForms = sealedForms;
        this.forms = forms;
        this.watch = watch;
        this.dataSource = dataSource;
        this.startLock = startLock;
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        held = startLock.acquire();
        ModelExpressions expressions = new ModelExpressions(application);
        configuration.setExpressionManager(expressions);
        configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), (Deployer) new ModelRules(
                expressions::isDelegate,
                () -> application.getBeansOfType(ModelTrial.class).values())));
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setCustomPreBPMNParseListeners(
                with(configuration.getCustomPreBPMNParseListeners(), (BpmnParseListener) sealedForms));
        configuration.setCustomHistoryLevels(with(configuration.getCustomHistoryLevels(), new QuietHistoryLevel()));
        configuration.setCustomHistoryEventHandlers(with(configuration.getCustomHistoryEventHandlers(), watch));
        configuration.setCustomPreCommandInterceptorsTxRequired(with(
                with(
                        with(configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()),
                        new OnlyWhatTheFormShows(forms)),
                new SecondPersonDeploys(
                        () -> application.getBean(ModelProposals.class),
                        () -> application.getEnvironment().getRequiredProperty(SECOND_PERSON, Boolean.class))));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new RefusalInterceptor()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getValueTypeResolver().addType(JsonText.TYPE);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // Jobs are acquired in the order in which they are due; the engine brings no index for it.
        // Each job has a due time (ensure-job-due-date-not-null): looking for those without would read them all.
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("create index if not exists acse_job_due_date on act_ru_job (duedate_)");
        // Which of them are being worked on is asked at each acquisition, too: few among many.
        jdbc.execute("create index if not exists acse_job_locked on act_ru_job (process_instance_id_)"
                + " where lock_owner_ is not null");
        jdbc.update(
                "update act_ru_job set duedate_ = create_time_ where duedate_ is null and create_time_ is not null");
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
        all.add(added);
        return all;
    }
}
