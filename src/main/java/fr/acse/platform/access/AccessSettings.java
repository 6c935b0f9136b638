package fr.acse.platform.access;

import fr.acse.platform.EngineParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.stereotype.Component;

/** Puts the access rules into the engine, so that they hold behind every door. */
@Component
class AccessSettings extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "visible-tasks.xml";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List.of(
                        EngineParts.forEachCommand(AuthorizationManager.class, NeedToKnow::new),
                        EngineParts.forEachCommand(TaskManager.class, VisibleTasks::new),
                        EngineParts.forEachCommand(VariableInstanceManager.class, CaseReferencesOnly::new))
                .forEach(part -> configuration.setCustomSessionFactories(
                        EngineParts.with(configuration.getCustomSessionFactories(), part)));
        configuration.setCommandCheckers(List.of(new TaskChecks()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
        try (InputStream xml = AccessSettings.class.getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(xml, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
