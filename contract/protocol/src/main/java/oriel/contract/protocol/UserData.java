package oriel.contract.protocol;

/**
 * A user's own program, directory and time zone, which the first generation of the contract asked the connection for
 * ({@code WTS_USER_DATA}; page of that name). Its successors are {@link ProtocolSettings#mergeSettings} and the
 * settings in {@link ProtocolConnection#logonNotify}; no call of the present generation carries it.
 *
 * @param workDirectory {@code WorkDirectory}: where the program starts, at most 256 characters
 * @param initialProgram {@code InitialProgram}: the program, at most 256 characters
 * @param userTimeZone {@code UserTimeZone}: the user's zone
 */
public record UserData(String workDirectory, String initialProgram, TimeZoneInformation userTimeZone) {

    /** Checks the lengths. */
    public UserData {
        Lengths.check("WorkDirectory", workDirectory, WtsDefs.DIRECTORY_LENGTH);
        Lengths.check("InitialProgram", initialProgram, WtsDefs.INITIALPROGRAM_LENGTH);
    }
}
