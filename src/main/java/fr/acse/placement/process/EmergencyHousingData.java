package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.EmergencyHousing;
import fr.acse.placement.RequestService;
import fr.acse.platform.form.FormData;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Form data with the emergency housing service (115) that takes over. */
@Component
record EmergencyHousingData(RequestService requests, EmergencyHousing services) implements FormData {

    @Override
    public Set<String> names() {
        return Set.of("emergencyHousing");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        String department = requests.latestRequest(reference).emergencyDepartment();
        return department == null ? List.of() : List.of(services.of(department));
    }
}
