package fr.acse.platform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process of an analyst acts for no case that somebody made up. */
@ProcessTest
class BusinessKeyTest {

    private static final String MODEL = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='tried'"
            + " isExecutable='true' camunda:historyTimeToLive='P1D' camunda:isStartableInTasklist='false'>"
            + "<startEvent id='s'/><manualTask id='m'/><endEvent id='e'/>"
            + "<sequenceFlow id='f' sourceRef='s' targetRef='m'/><sequenceFlow id='g' sourceRef='m' targetRef='e'/>"
            + "</process></definitions>";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Network network;

    @ParameterizedTest
    @ValueSource(strings = {"Maria Lopez", "ACSE-0000-0001", "x"})
    void aBusinessKeyThatIsNoReferenceEndsNothing(String businessKey) {
        repository.createDeployment().addString("tried.bpmn", MODEL).deploy();

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("tried", businessKey))
                .hasMessageContaining("Case reference");
        assertThat(network.isClosed(businessKey)).isTrue();
    }
}
