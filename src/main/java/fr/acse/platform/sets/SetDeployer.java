package fr.acse.platform.sets;

import java.util.Map;

/** Deploys whole sets. */
public interface SetDeployer {

    /** Makes an earlier set current again, as a whole. */
    void deployAgain(long number);

    /** Deploys a set as it is, without what is current. */
    void deployWhole(Map<String, byte[]> files);
}
