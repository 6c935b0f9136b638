package fr.acse.placement;

import java.util.Set;

/** A French department with the coordinates of its prefecture (WGS 84, degrees) and the codes of the neighbouring departments. */
public record Department(
        String code,
        String name,
        String region,
        String prefecture,
        double latitude,
        double longitude,
        Set<String> neighbours) {

    private static final double EARTH_RADIUS_KM = 6371.0;

    /** Great-circle distance between the prefectures, in kilometres. */
    public double distanceTo(Department other) {
        double dLatitude = Math.toRadians(other.latitude - latitude);
        double dLongitude = Math.toRadians(other.longitude - longitude);
        double a = Math.pow(Math.sin(dLatitude / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLongitude / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
    }
}
