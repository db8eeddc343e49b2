package oriel.service;

/** Who calls and is called, as traces name them: the participants of the pictures. */
final class Party {
    static final String SERVICE = "Service";
    static final String MANAGER = "Manager";
    static final String LISTENER = "Listener";
    static final String CONNECTION = "Connection";
    static final String LICENSE_CONNECTION = "LicenseConnection";
    static final String LOGON_ERROR_REDIRECTOR = "LogonErrorRedirector";

    private Party() {}
}
