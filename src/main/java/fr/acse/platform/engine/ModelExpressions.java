package fr.acse.platform.engine;

import fr.acse.platform.model.ListedMembers;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Limits what an expression in the engine can use: process variables, the delegates of the models, and the few members in
 * {@link ListedMembers}. In an unchanged engine, an expression can use every bean and every method of every object. Any person with a login
 * could then run code on the server.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ModelExpressions extends JuelExpressionManager {

    private static final String FEEL = "feel";

    private final ApplicationContext application;

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ListedMembers(this::isDelegate, application::getBean));
        return resolver;
    }

    /** Whether a bean with this name is a delegate or a listener of the models. */
    boolean isDelegate(String name) {
        return application.containsBean(name)
                && (application.isTypeMatch(name, JavaDelegate.class)
                        || application.isTypeMatch(name, ExecutionListener.class));
    }

    /** Sets these restricted expressions as the expression manager of the engine. */
    @Component
    @Order(3)
    static class Settings extends AbstractProcessEnginePlugin {

        private final ApplicationContext application;

        Settings(ApplicationContext application) {
            this.application = application;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setExpressionManager(new ModelExpressions(application));
        }
    }

    /** Creates an engine for decisions outside the process engine. Decisions use only FEEL, which reads nothing but the inputs. */
    public static DmnEngine decisions() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
        configuration.setDefaultLiteralExpressionLanguage(FEEL);
        configuration.setElProvider(expression -> {
            throw new IllegalArgumentException("Decisions take FEEL only");
        });
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalArgumentException("Decisions take FEEL only");
        });
        return configuration.buildEngine();
    }
}
