package fr.acse.platform.engine;

import java.util.Set;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.application.ProcessApplicationRegistration;
import org.camunda.bpm.engine.impl.application.ProcessApplicationManager;

/**
 * Every model is run by this application. Of a model that it has not registered itself, the engine would ask all earlier versions, one by
 * one, at each step.
 */
class OneApplication extends ProcessApplicationManager {

    private volatile ProcessApplicationReference application;

    @Override
    public synchronized ProcessApplicationRegistration registerProcessApplicationForDeployments(
            Set<String> deployments, ProcessApplicationReference reference) {
        application = reference;
        return super.registerProcessApplicationForDeployments(deployments, reference);
    }

    @Override
    public ProcessApplicationReference getProcessApplicationForDeployment(String deployment) {
        return application;
    }
}
