package fr.acse.platform.model;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Listeners were once named delegates. Cases that began under those models call them so until they end. */
@Component
class EarlierNames implements BeanFactoryPostProcessor {

    private static final String LISTENER = "Listener";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForType(ExecutionListener.class, true, false)) {
            if (name.endsWith(LISTENER)) {
                beans.registerAlias(name, name.substring(0, name.length() - LISTENER.length()) + "Delegate");
            }
        }
    }
}
