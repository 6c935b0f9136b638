package fr.acse.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
class TaskFiltersTest {

    @Autowired
    Network network;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void whatIsDueSoonIsThereWhetherItIsForHerGroupOrForHerAlone() {
        Task ofGroup = network.task(network.openReferral(), "task_assessSituation");
        String reference = network.agreed();
        network.plan(reference);
        Task hers = network.task(reference, "task_confirmDeparture");
        assertThat(hers.getAssignee()).isEqualTo("operator");
        tasks.setDueDate(hers.getId(), in(Duration.ofHours(20)));
        tasks.setDueDate(ofGroup.getId(), in(Duration.ofHours(20)));
        assertThat(dueSoon("operator")).contains(hers.getId(), ofGroup.getId());
        assertThat(dueSoon("coordinator")).doesNotContain(hers.getId(), ofGroup.getId());

        tasks.setDueDate(hers.getId(), in(Duration.ofHours(30)));
        tasks.setDueDate(ofGroup.getId(), in(Duration.ofHours(30)));
        assertThat(dueSoon("operator")).doesNotContain(hers.getId(), ofGroup.getId());
    }

    private String dueSoon(String person) {
        String filter = filters.createFilterQuery()
                .filterName("Due soon")
                .singleResult()
                .getId();
        return Door.web(port, person, "tasklist")
                .call("POST", "/filter/" + filter + "/list?maxResults=100", "{}")
                .body();
    }

    private static Date in(Duration time) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(time));
    }
}
