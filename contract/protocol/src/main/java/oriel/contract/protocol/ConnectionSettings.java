package oriel.contract.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * Settings of a connection ({@code WRDS_CONNECTION_SETTINGS_1}; page <em>WRDS_CONNECTION_SETTINGS_1 (wtsdefs.h)</em>,
 * 65 members). Travels in {@link ProtocolListenerCallback#onConnected} as a proposal, in
 * {@link ProtocolSettings#mergeSettings} and in {@link ProtocolConnection#logonNotify} in and out (Q40). Level 1 is the
 * only one there is, so the wrappers {@code WRDS_CONNECTION_SETTINGS} and {@code WRDS_CONNECTION_SETTING} are this
 * record; {@code ContextSize} is the length of {@code contextData}. True in a {@code disable…} member switches off
 * (Q13).
 *
 * <p>Values are immutable but for the password, which whoever holds the value last wipes.
 *
 * @param inheritInitialProgram {@code fInheritInitialProgram}: start {@code initialProgram} instead of the usual shell,
 *     whatever the listener's value says; without it that member, {@code workDirectory} and {@code maximizeShell} are
 *     void
 * @param inheritColorDepth {@code fInheritColorDepth}: use the client's colour depth, whatever the listener's value
 *     says
 * @param hideTitleBar {@code fHideTitleBar}: title bar hidden; MS-TSTS calls it unused, and so does Oriel
 * @param inheritAutoLogon {@code fInheritAutoLogon}: log on with the user name, domain and password given here,
 *     whatever the listener's value of the same name says
 * @param maximizeShell {@code fMaximizeShell}: the initial program's window fills the screen
 * @param disablePnp {@code fDisablePNP}: no plug-and-play redirection
 * @param passwordIsScPin {@code fPasswordIsScPin}: the password is the PIN of a smart card
 * @param promptForPassword {@code fPromptForPassword}: ask for the password even where auto-logon would spare it
 * @param disableCpm {@code fDisableCpm}: no printer redirection
 * @param disableCdm {@code fDisableCdm}: no drive redirection
 * @param disableCcm {@code fDisableCcm}: no serial-port redirection
 * @param disableLpt {@code fDisableLPT}: no parallel-port redirection
 * @param disableClip {@code fDisableClip}: no clipboard redirection
 * @param resetBroken {@code fResetBroken}: when a time limit is reached or the link breaks: true = end the session,
 *     false = keep it disconnected
 * @param disableEncryption {@code fDisableEncryption}: traffic is not encrypted
 * @param disableAutoReconnect {@code fDisableAutoReconnect}: no automatic reconnection
 * @param disableCtrlAltDel {@code fDisableCtrlAltDel}: the secure-attention key sequence is not asked for before logon
 * @param doubleClickDetect {@code fDoubleClickDetect}: the client can report double clicks
 * @param enableWindowsKey {@code fEnableWindowsKey}: the Windows key reaches the session
 * @param usingSavedCreds {@code fUsingSavedCreds}: the credentials were saved on the client's machine
 * @param mouse {@code fMouse}: the client has a mouse and its input counts
 * @param noAudioPlayback {@code fNoAudioPlayback}: true = no sound
 * @param remoteConsoleAudio {@code fRemoteConsoleAudio}: sound plays at the host
 * @param encryptionLevel {@code EncryptionLevel}: of {@link EncryptionLevel}
 * @param colorDepth {@code ColorDepth}: bits per pixel; {@link ColorDepthCoding#toClientDisplay} gives the coding of
 *     the original (Q14)
 * @param protocolType {@code ProtocolType}: number of the protocol: 0 console, 1 legacy, 2 RDP
 * @param hRes {@code HRes}: width of the client's screen, pixels
 * @param vRes {@code VRes}: height of the client's screen, pixels
 * @param clientProductId {@code ClientProductId}: product number of the client software
 * @param outBufCountHost {@code OutBufCountHost}: output buffers at the host
 * @param outBufCountClient {@code OutBufCountClient}: output buffers at the client
 * @param outBufLength {@code OutBufLength}: size of an output buffer, bytes
 * @param keyboardLayout {@code KeyboardLayout}: keyboard layout id of Windows, e.g. 0x0000040C for French; 0 = unknown
 * @param maxConnectionTime {@code MaxConnectionTime}: longest duration of a connection; zero = no limit (Q15: minutes
 *     in the original)
 * @param maxDisconnectionTime {@code MaxDisconnectionTime}: how long a disconnected session is kept; zero = no limit
 *     (Q15)
 * @param maxIdleTime {@code MaxIdleTime}: longest idle time; zero = no limit (Q15)
 * @param performanceFlags {@code PerformanceFlags}: bits of {@link PerformanceFlags}
 * @param keyboardType {@code KeyboardType}: keyboard type of Windows, e.g. 4 for 101 or 102 keys
 * @param keyboardSubType {@code KeyboardSubType}: subtype, defined by the maker
 * @param keyboardFunctionKey {@code KeyboardFunctionKey}: number of function keys
 * @param activeInputLocale {@code ActiveInputLocale}: language in the low word, handle of the keyboard device in the
 *     high word
 * @param serialNumber {@code SerialNumber}: serial number of the client
 * @param clientAddressFamily {@code ClientAddressFamily}: 2 IPv4, 23 IPv6, 0 unknown
 * @param clientBuildNumber {@code ClientBuildNumber}: build number of the client software
 * @param clientSessionId {@code ClientSessionId}: number of the session in which the client software itself runs
 * @param workDirectory {@code WorkDirectory}: where the initial program starts, at most 256 characters
 * @param initialProgram {@code InitialProgram}: the initial program, at most 256 characters
 * @param userName {@code UserName}: user for automatic logon, at most 255 characters
 * @param domain {@code Domain}: domain for automatic logon, at most 255 characters
 * @param password {@code Password}: password for automatic logon, at most 255 characters; copied in; secret, see
 *     {@link #wipe()}
 * @param protocolName {@code ProtocolName}: name of the protocol, e.g. {@code RDP}, at most 8 characters
 * @param displayDriverName {@code DisplayDriverName}: display driver to load, at most 8 characters
 * @param displayDeviceName {@code DisplayDeviceName}: display device without path and number (for
 *     <code>&#92;Device&#92;VideoDev0</code> it is {@code VideoDev}), at most 19 characters
 * @param imeFileName {@code imeFileName}: file of the input method, at most 32 characters
 * @param audioDriverName {@code AudioDriverName}: audio driver to load, at most 8 characters
 * @param clientName {@code ClientName}: name of the client machine, cut to 20 characters
 * @param clientAddress {@code ClientAddress}: address as text, at most 30 characters
 * @param clientDirectory {@code ClientDirectory}: directory of the client software, at most 256 characters
 * @param clientDigProductId {@code ClientDigProductId}: product id of the client software as text, at most 32
 *     characters
 * @param clientSockAddress {@code ClientSockAddress}: address and port in binary form
 * @param clientTimeZone {@code ClientTimeZone}: time zone; {@link WindowsTimeZones} makes a zone of Java from it
 * @param listenerSettings {@code WRdsListenerSettings}: settings of the listener through which the client came
 * @param eventLogActivityId {@code EventLogActivityId}: ties together the log entries of this connection (our reading);
 *     all zeros = none
 * @param contextData {@code ContextData}: bytes of the provider's own that travel with the connection, at most 16384;
 *     copied in, not to be changed
 */
public record ConnectionSettings(
        boolean inheritInitialProgram,
        boolean inheritColorDepth,
        boolean hideTitleBar,
        boolean inheritAutoLogon,
        boolean maximizeShell,
        boolean disablePnp,
        boolean passwordIsScPin,
        boolean promptForPassword,
        boolean disableCpm,
        boolean disableCdm,
        boolean disableCcm,
        boolean disableLpt,
        boolean disableClip,
        boolean resetBroken,
        boolean disableEncryption,
        boolean disableAutoReconnect,
        boolean disableCtrlAltDel,
        boolean doubleClickDetect,
        boolean enableWindowsKey,
        boolean usingSavedCreds,
        boolean mouse,
        boolean noAudioPlayback,
        boolean remoteConsoleAudio,
        int encryptionLevel,
        int colorDepth,
        int protocolType,
        int hRes,
        int vRes,
        int clientProductId,
        int outBufCountHost,
        int outBufCountClient,
        int outBufLength,
        int keyboardLayout,
        Duration maxConnectionTime,
        Duration maxDisconnectionTime,
        Duration maxIdleTime,
        int performanceFlags,
        int keyboardType,
        int keyboardSubType,
        int keyboardFunctionKey,
        int activeInputLocale,
        int serialNumber,
        int clientAddressFamily,
        int clientBuildNumber,
        int clientSessionId,
        String workDirectory,
        String initialProgram,
        String userName,
        String domain,
        char[] password,
        String protocolName,
        String displayDriverName,
        String displayDeviceName,
        String imeFileName,
        String audioDriverName,
        String clientName,
        String clientAddress,
        String clientDirectory,
        String clientDigProductId,
        SocketAddress clientSockAddress,
        TimeZoneInformation clientTimeZone,
        ListenerSettings listenerSettings,
        UUID eventLogActivityId,
        byte[] contextData) {

    /** Checks the lengths of texts and copies arrays. */
    public ConnectionSettings {
        Lengths.check("MaxConnectionTime", maxConnectionTime);
        Lengths.check("MaxDisconnectionTime", maxDisconnectionTime);
        Lengths.check("MaxIdleTime", maxIdleTime);
        Lengths.check("WorkDirectory", workDirectory, WtsDefs.DIRECTORY_LENGTH);
        Lengths.check("InitialProgram", initialProgram, WtsDefs.INITIALPROGRAM_LENGTH);
        Lengths.check("UserName", userName, WtsDefs.USERNAME_LENGTH);
        Lengths.check("Domain", domain, WtsDefs.DOMAIN_LENGTH);
        Lengths.check("Password", password, WtsDefs.PASSWORD_LENGTH);
        password = password.clone();
        Lengths.check("ProtocolName", protocolName, WtsDefs.PROTOCOL_NAME_LENGTH);
        Lengths.check("DisplayDriverName", displayDriverName, WtsDefs.DRIVER_NAME_LENGTH);
        Lengths.check("DisplayDeviceName", displayDeviceName, WtsDefs.DEVICE_NAME_LENGTH);
        Lengths.check("imeFileName", imeFileName, WtsDefs.IMEFILENAME_LENGTH);
        Lengths.check("AudioDriverName", audioDriverName, WtsDefs.DRIVER_NAME_LENGTH);
        Lengths.check("ClientName", clientName, WtsDefs.CLIENTNAME_LENGTH);
        Lengths.check("ClientAddress", clientAddress, WtsDefs.CLIENTADDRESS_LENGTH);
        Lengths.check("ClientDirectory", clientDirectory, WtsDefs.DIRECTORY_LENGTH);
        Lengths.check("ClientDigProductId", clientDigProductId, WtsDefs.CLIENT_PRODUCT_ID_LENGTH);
        Lengths.check("ContextData", contextData, WtsDefs.MAX_BLOCK_SIZE);
        contextData = contextData.clone();
    }

    /**
     * Starts an empty value: switches off, texts empty, numbers zero.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this value.
     *
     * @return a builder that holds all members of this value
     */
    public Builder toBuilder() {
        return new Builder()
                .inheritInitialProgram(inheritInitialProgram)
                .inheritColorDepth(inheritColorDepth)
                .hideTitleBar(hideTitleBar)
                .inheritAutoLogon(inheritAutoLogon)
                .maximizeShell(maximizeShell)
                .disablePnp(disablePnp)
                .passwordIsScPin(passwordIsScPin)
                .promptForPassword(promptForPassword)
                .disableCpm(disableCpm)
                .disableCdm(disableCdm)
                .disableCcm(disableCcm)
                .disableLpt(disableLpt)
                .disableClip(disableClip)
                .resetBroken(resetBroken)
                .disableEncryption(disableEncryption)
                .disableAutoReconnect(disableAutoReconnect)
                .disableCtrlAltDel(disableCtrlAltDel)
                .doubleClickDetect(doubleClickDetect)
                .enableWindowsKey(enableWindowsKey)
                .usingSavedCreds(usingSavedCreds)
                .mouse(mouse)
                .noAudioPlayback(noAudioPlayback)
                .remoteConsoleAudio(remoteConsoleAudio)
                .encryptionLevel(encryptionLevel)
                .colorDepth(colorDepth)
                .protocolType(protocolType)
                .hRes(hRes)
                .vRes(vRes)
                .clientProductId(clientProductId)
                .outBufCountHost(outBufCountHost)
                .outBufCountClient(outBufCountClient)
                .outBufLength(outBufLength)
                .keyboardLayout(keyboardLayout)
                .maxConnectionTime(maxConnectionTime)
                .maxDisconnectionTime(maxDisconnectionTime)
                .maxIdleTime(maxIdleTime)
                .performanceFlags(performanceFlags)
                .keyboardType(keyboardType)
                .keyboardSubType(keyboardSubType)
                .keyboardFunctionKey(keyboardFunctionKey)
                .activeInputLocale(activeInputLocale)
                .serialNumber(serialNumber)
                .clientAddressFamily(clientAddressFamily)
                .clientBuildNumber(clientBuildNumber)
                .clientSessionId(clientSessionId)
                .workDirectory(workDirectory)
                .initialProgram(initialProgram)
                .userName(userName)
                .domain(domain)
                .password(password)
                .protocolName(protocolName)
                .displayDriverName(displayDriverName)
                .displayDeviceName(displayDeviceName)
                .imeFileName(imeFileName)
                .audioDriverName(audioDriverName)
                .clientName(clientName)
                .clientAddress(clientAddress)
                .clientDirectory(clientDirectory)
                .clientDigProductId(clientDigProductId)
                .clientSockAddress(clientSockAddress)
                .clientTimeZone(clientTimeZone)
                .listenerSettings(listenerSettings)
                .eventLogActivityId(eventLogActivityId)
                .contextData(contextData);
    }

    /** Overwrites the password. Builders and values made from this one before keep their own copies. */
    public void wipe() {
        Arrays.fill(password, '\0');
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "ConnectionSettings[userName=" + userName + ", domain=" + domain + ", clientName=" + clientName + ", "
                + hRes + "x" + vRes + "]";
    }

    /** Collects the members of a {@link ConnectionSettings}; not for use by several threads. */
    public static final class Builder {
        private boolean inheritInitialProgram;
        private boolean inheritColorDepth;
        private boolean hideTitleBar;
        private boolean inheritAutoLogon;
        private boolean maximizeShell;
        private boolean disablePnp;
        private boolean passwordIsScPin;
        private boolean promptForPassword;
        private boolean disableCpm;
        private boolean disableCdm;
        private boolean disableCcm;
        private boolean disableLpt;
        private boolean disableClip;
        private boolean resetBroken;
        private boolean disableEncryption;
        private boolean disableAutoReconnect;
        private boolean disableCtrlAltDel;
        private boolean doubleClickDetect;
        private boolean enableWindowsKey;
        private boolean usingSavedCreds;
        private boolean mouse;
        private boolean noAudioPlayback;
        private boolean remoteConsoleAudio;
        private int encryptionLevel;
        private int colorDepth;
        private int protocolType;
        private int hRes;
        private int vRes;
        private int clientProductId;
        private int outBufCountHost;
        private int outBufCountClient;
        private int outBufLength;
        private int keyboardLayout;
        private Duration maxConnectionTime = Duration.ZERO;
        private Duration maxDisconnectionTime = Duration.ZERO;
        private Duration maxIdleTime = Duration.ZERO;
        private int performanceFlags;
        private int keyboardType;
        private int keyboardSubType;
        private int keyboardFunctionKey;
        private int activeInputLocale;
        private int serialNumber;
        private int clientAddressFamily;
        private int clientBuildNumber;
        private int clientSessionId;
        private String workDirectory = "";
        private String initialProgram = "";
        private String userName = "";
        private String domain = "";
        private char[] password = new char[0];
        private String protocolName = "";
        private String displayDriverName = "";
        private String displayDeviceName = "";
        private String imeFileName = "";
        private String audioDriverName = "";
        private String clientName = "";
        private String clientAddress = "";
        private String clientDirectory = "";
        private String clientDigProductId = "";
        private SocketAddress clientSockAddress = SocketAddress.NONE;
        private TimeZoneInformation clientTimeZone = TimeZoneInformation.UTC;
        private ListenerSettings listenerSettings = ListenerSettings.UNLIMITED;
        private UUID eventLogActivityId = new UUID(0, 0);
        private byte[] contextData = new byte[0];

        private Builder() {}

        /**
         * Sets {@code fInheritInitialProgram}.
         *
         * @param value see {@link ConnectionSettings#inheritInitialProgram()}
         * @return this
         */
        public Builder inheritInitialProgram(boolean value) {
            inheritInitialProgram = value;
            return this;
        }

        /**
         * Sets {@code fInheritColorDepth}.
         *
         * @param value see {@link ConnectionSettings#inheritColorDepth()}
         * @return this
         */
        public Builder inheritColorDepth(boolean value) {
            inheritColorDepth = value;
            return this;
        }

        /**
         * Sets {@code fHideTitleBar}.
         *
         * @param value see {@link ConnectionSettings#hideTitleBar()}
         * @return this
         */
        public Builder hideTitleBar(boolean value) {
            hideTitleBar = value;
            return this;
        }

        /**
         * Sets {@code fInheritAutoLogon}.
         *
         * @param value see {@link ConnectionSettings#inheritAutoLogon()}
         * @return this
         */
        public Builder inheritAutoLogon(boolean value) {
            inheritAutoLogon = value;
            return this;
        }

        /**
         * Sets {@code fMaximizeShell}.
         *
         * @param value see {@link ConnectionSettings#maximizeShell()}
         * @return this
         */
        public Builder maximizeShell(boolean value) {
            maximizeShell = value;
            return this;
        }

        /**
         * Sets {@code fDisablePNP}.
         *
         * @param value see {@link ConnectionSettings#disablePnp()}
         * @return this
         */
        public Builder disablePnp(boolean value) {
            disablePnp = value;
            return this;
        }

        /**
         * Sets {@code fPasswordIsScPin}.
         *
         * @param value see {@link ConnectionSettings#passwordIsScPin()}
         * @return this
         */
        public Builder passwordIsScPin(boolean value) {
            passwordIsScPin = value;
            return this;
        }

        /**
         * Sets {@code fPromptForPassword}.
         *
         * @param value see {@link ConnectionSettings#promptForPassword()}
         * @return this
         */
        public Builder promptForPassword(boolean value) {
            promptForPassword = value;
            return this;
        }

        /**
         * Sets {@code fDisableCpm}.
         *
         * @param value see {@link ConnectionSettings#disableCpm()}
         * @return this
         */
        public Builder disableCpm(boolean value) {
            disableCpm = value;
            return this;
        }

        /**
         * Sets {@code fDisableCdm}.
         *
         * @param value see {@link ConnectionSettings#disableCdm()}
         * @return this
         */
        public Builder disableCdm(boolean value) {
            disableCdm = value;
            return this;
        }

        /**
         * Sets {@code fDisableCcm}.
         *
         * @param value see {@link ConnectionSettings#disableCcm()}
         * @return this
         */
        public Builder disableCcm(boolean value) {
            disableCcm = value;
            return this;
        }

        /**
         * Sets {@code fDisableLPT}.
         *
         * @param value see {@link ConnectionSettings#disableLpt()}
         * @return this
         */
        public Builder disableLpt(boolean value) {
            disableLpt = value;
            return this;
        }

        /**
         * Sets {@code fDisableClip}.
         *
         * @param value see {@link ConnectionSettings#disableClip()}
         * @return this
         */
        public Builder disableClip(boolean value) {
            disableClip = value;
            return this;
        }

        /**
         * Sets {@code fResetBroken}.
         *
         * @param value see {@link ConnectionSettings#resetBroken()}
         * @return this
         */
        public Builder resetBroken(boolean value) {
            resetBroken = value;
            return this;
        }

        /**
         * Sets {@code fDisableEncryption}.
         *
         * @param value see {@link ConnectionSettings#disableEncryption()}
         * @return this
         */
        public Builder disableEncryption(boolean value) {
            disableEncryption = value;
            return this;
        }

        /**
         * Sets {@code fDisableAutoReconnect}.
         *
         * @param value see {@link ConnectionSettings#disableAutoReconnect()}
         * @return this
         */
        public Builder disableAutoReconnect(boolean value) {
            disableAutoReconnect = value;
            return this;
        }

        /**
         * Sets {@code fDisableCtrlAltDel}.
         *
         * @param value see {@link ConnectionSettings#disableCtrlAltDel()}
         * @return this
         */
        public Builder disableCtrlAltDel(boolean value) {
            disableCtrlAltDel = value;
            return this;
        }

        /**
         * Sets {@code fDoubleClickDetect}.
         *
         * @param value see {@link ConnectionSettings#doubleClickDetect()}
         * @return this
         */
        public Builder doubleClickDetect(boolean value) {
            doubleClickDetect = value;
            return this;
        }

        /**
         * Sets {@code fEnableWindowsKey}.
         *
         * @param value see {@link ConnectionSettings#enableWindowsKey()}
         * @return this
         */
        public Builder enableWindowsKey(boolean value) {
            enableWindowsKey = value;
            return this;
        }

        /**
         * Sets {@code fUsingSavedCreds}.
         *
         * @param value see {@link ConnectionSettings#usingSavedCreds()}
         * @return this
         */
        public Builder usingSavedCreds(boolean value) {
            usingSavedCreds = value;
            return this;
        }

        /**
         * Sets {@code fMouse}.
         *
         * @param value see {@link ConnectionSettings#mouse()}
         * @return this
         */
        public Builder mouse(boolean value) {
            mouse = value;
            return this;
        }

        /**
         * Sets {@code fNoAudioPlayback}.
         *
         * @param value see {@link ConnectionSettings#noAudioPlayback()}
         * @return this
         */
        public Builder noAudioPlayback(boolean value) {
            noAudioPlayback = value;
            return this;
        }

        /**
         * Sets {@code fRemoteConsoleAudio}.
         *
         * @param value see {@link ConnectionSettings#remoteConsoleAudio()}
         * @return this
         */
        public Builder remoteConsoleAudio(boolean value) {
            remoteConsoleAudio = value;
            return this;
        }

        /**
         * Sets {@code EncryptionLevel}.
         *
         * @param value see {@link ConnectionSettings#encryptionLevel()}
         * @return this
         */
        public Builder encryptionLevel(int value) {
            encryptionLevel = value;
            return this;
        }

        /**
         * Sets {@code ColorDepth}.
         *
         * @param value see {@link ConnectionSettings#colorDepth()}
         * @return this
         */
        public Builder colorDepth(int value) {
            colorDepth = value;
            return this;
        }

        /**
         * Sets {@code ProtocolType}.
         *
         * @param value see {@link ConnectionSettings#protocolType()}
         * @return this
         */
        public Builder protocolType(int value) {
            protocolType = value;
            return this;
        }

        /**
         * Sets {@code HRes}.
         *
         * @param value see {@link ConnectionSettings#hRes()}
         * @return this
         */
        public Builder hRes(int value) {
            hRes = value;
            return this;
        }

        /**
         * Sets {@code VRes}.
         *
         * @param value see {@link ConnectionSettings#vRes()}
         * @return this
         */
        public Builder vRes(int value) {
            vRes = value;
            return this;
        }

        /**
         * Sets {@code ClientProductId}.
         *
         * @param value see {@link ConnectionSettings#clientProductId()}
         * @return this
         */
        public Builder clientProductId(int value) {
            clientProductId = value;
            return this;
        }

        /**
         * Sets {@code OutBufCountHost}.
         *
         * @param value see {@link ConnectionSettings#outBufCountHost()}
         * @return this
         */
        public Builder outBufCountHost(int value) {
            outBufCountHost = value;
            return this;
        }

        /**
         * Sets {@code OutBufCountClient}.
         *
         * @param value see {@link ConnectionSettings#outBufCountClient()}
         * @return this
         */
        public Builder outBufCountClient(int value) {
            outBufCountClient = value;
            return this;
        }

        /**
         * Sets {@code OutBufLength}.
         *
         * @param value see {@link ConnectionSettings#outBufLength()}
         * @return this
         */
        public Builder outBufLength(int value) {
            outBufLength = value;
            return this;
        }

        /**
         * Sets {@code KeyboardLayout}.
         *
         * @param value see {@link ConnectionSettings#keyboardLayout()}
         * @return this
         */
        public Builder keyboardLayout(int value) {
            keyboardLayout = value;
            return this;
        }

        /**
         * Sets {@code MaxConnectionTime}.
         *
         * @param value see {@link ConnectionSettings#maxConnectionTime()}
         * @return this
         */
        public Builder maxConnectionTime(Duration value) {
            maxConnectionTime = value;
            return this;
        }

        /**
         * Sets {@code MaxDisconnectionTime}.
         *
         * @param value see {@link ConnectionSettings#maxDisconnectionTime()}
         * @return this
         */
        public Builder maxDisconnectionTime(Duration value) {
            maxDisconnectionTime = value;
            return this;
        }

        /**
         * Sets {@code MaxIdleTime}.
         *
         * @param value see {@link ConnectionSettings#maxIdleTime()}
         * @return this
         */
        public Builder maxIdleTime(Duration value) {
            maxIdleTime = value;
            return this;
        }

        /**
         * Sets {@code PerformanceFlags}.
         *
         * @param value see {@link ConnectionSettings#performanceFlags()}
         * @return this
         */
        public Builder performanceFlags(int value) {
            performanceFlags = value;
            return this;
        }

        /**
         * Sets {@code KeyboardType}.
         *
         * @param value see {@link ConnectionSettings#keyboardType()}
         * @return this
         */
        public Builder keyboardType(int value) {
            keyboardType = value;
            return this;
        }

        /**
         * Sets {@code KeyboardSubType}.
         *
         * @param value see {@link ConnectionSettings#keyboardSubType()}
         * @return this
         */
        public Builder keyboardSubType(int value) {
            keyboardSubType = value;
            return this;
        }

        /**
         * Sets {@code KeyboardFunctionKey}.
         *
         * @param value see {@link ConnectionSettings#keyboardFunctionKey()}
         * @return this
         */
        public Builder keyboardFunctionKey(int value) {
            keyboardFunctionKey = value;
            return this;
        }

        /**
         * Sets {@code ActiveInputLocale}.
         *
         * @param value see {@link ConnectionSettings#activeInputLocale()}
         * @return this
         */
        public Builder activeInputLocale(int value) {
            activeInputLocale = value;
            return this;
        }

        /**
         * Sets {@code SerialNumber}.
         *
         * @param value see {@link ConnectionSettings#serialNumber()}
         * @return this
         */
        public Builder serialNumber(int value) {
            serialNumber = value;
            return this;
        }

        /**
         * Sets {@code ClientAddressFamily}.
         *
         * @param value see {@link ConnectionSettings#clientAddressFamily()}
         * @return this
         */
        public Builder clientAddressFamily(int value) {
            clientAddressFamily = value;
            return this;
        }

        /**
         * Sets {@code ClientBuildNumber}.
         *
         * @param value see {@link ConnectionSettings#clientBuildNumber()}
         * @return this
         */
        public Builder clientBuildNumber(int value) {
            clientBuildNumber = value;
            return this;
        }

        /**
         * Sets {@code ClientSessionId}.
         *
         * @param value see {@link ConnectionSettings#clientSessionId()}
         * @return this
         */
        public Builder clientSessionId(int value) {
            clientSessionId = value;
            return this;
        }

        /**
         * Sets {@code WorkDirectory}.
         *
         * @param value see {@link ConnectionSettings#workDirectory()}
         * @return this
         */
        public Builder workDirectory(String value) {
            workDirectory = value;
            return this;
        }

        /**
         * Sets {@code InitialProgram}.
         *
         * @param value see {@link ConnectionSettings#initialProgram()}
         * @return this
         */
        public Builder initialProgram(String value) {
            initialProgram = value;
            return this;
        }

        /**
         * Sets {@code UserName}.
         *
         * @param value see {@link ConnectionSettings#userName()}
         * @return this
         */
        public Builder userName(String value) {
            userName = value;
            return this;
        }

        /**
         * Sets {@code Domain}.
         *
         * @param value see {@link ConnectionSettings#domain()}
         * @return this
         */
        public Builder domain(String value) {
            domain = value;
            return this;
        }

        /**
         * Sets {@code Password}.
         *
         * @param value see {@link ConnectionSettings#password()}
         * @return this
         */
        public Builder password(char[] value) {
            password = value;
            return this;
        }

        /**
         * Sets {@code ProtocolName}.
         *
         * @param value see {@link ConnectionSettings#protocolName()}
         * @return this
         */
        public Builder protocolName(String value) {
            protocolName = value;
            return this;
        }

        /**
         * Sets {@code DisplayDriverName}.
         *
         * @param value see {@link ConnectionSettings#displayDriverName()}
         * @return this
         */
        public Builder displayDriverName(String value) {
            displayDriverName = value;
            return this;
        }

        /**
         * Sets {@code DisplayDeviceName}.
         *
         * @param value see {@link ConnectionSettings#displayDeviceName()}
         * @return this
         */
        public Builder displayDeviceName(String value) {
            displayDeviceName = value;
            return this;
        }

        /**
         * Sets {@code imeFileName}.
         *
         * @param value see {@link ConnectionSettings#imeFileName()}
         * @return this
         */
        public Builder imeFileName(String value) {
            imeFileName = value;
            return this;
        }

        /**
         * Sets {@code AudioDriverName}.
         *
         * @param value see {@link ConnectionSettings#audioDriverName()}
         * @return this
         */
        public Builder audioDriverName(String value) {
            audioDriverName = value;
            return this;
        }

        /**
         * Sets {@code ClientName}.
         *
         * @param value see {@link ConnectionSettings#clientName()}
         * @return this
         */
        public Builder clientName(String value) {
            clientName = value;
            return this;
        }

        /**
         * Sets {@code ClientAddress}.
         *
         * @param value see {@link ConnectionSettings#clientAddress()}
         * @return this
         */
        public Builder clientAddress(String value) {
            clientAddress = value;
            return this;
        }

        /**
         * Sets {@code ClientDirectory}.
         *
         * @param value see {@link ConnectionSettings#clientDirectory()}
         * @return this
         */
        public Builder clientDirectory(String value) {
            clientDirectory = value;
            return this;
        }

        /**
         * Sets {@code ClientDigProductId}.
         *
         * @param value see {@link ConnectionSettings#clientDigProductId()}
         * @return this
         */
        public Builder clientDigProductId(String value) {
            clientDigProductId = value;
            return this;
        }

        /**
         * Sets {@code ClientSockAddress}.
         *
         * @param value see {@link ConnectionSettings#clientSockAddress()}
         * @return this
         */
        public Builder clientSockAddress(SocketAddress value) {
            clientSockAddress = value;
            return this;
        }

        /**
         * Sets {@code ClientTimeZone}.
         *
         * @param value see {@link ConnectionSettings#clientTimeZone()}
         * @return this
         */
        public Builder clientTimeZone(TimeZoneInformation value) {
            clientTimeZone = value;
            return this;
        }

        /**
         * Sets {@code WRdsListenerSettings}.
         *
         * @param value see {@link ConnectionSettings#listenerSettings()}
         * @return this
         */
        public Builder listenerSettings(ListenerSettings value) {
            listenerSettings = value;
            return this;
        }

        /**
         * Sets {@code EventLogActivityId}.
         *
         * @param value see {@link ConnectionSettings#eventLogActivityId()}
         * @return this
         */
        public Builder eventLogActivityId(UUID value) {
            eventLogActivityId = value;
            return this;
        }

        /**
         * Sets {@code ContextData}.
         *
         * @param value see {@link ConnectionSettings#contextData()}
         * @return this
         */
        public Builder contextData(byte[] value) {
            contextData = value;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return the value
         */
        public ConnectionSettings build() {
            return new ConnectionSettings(
                    inheritInitialProgram,
                    inheritColorDepth,
                    hideTitleBar,
                    inheritAutoLogon,
                    maximizeShell,
                    disablePnp,
                    passwordIsScPin,
                    promptForPassword,
                    disableCpm,
                    disableCdm,
                    disableCcm,
                    disableLpt,
                    disableClip,
                    resetBroken,
                    disableEncryption,
                    disableAutoReconnect,
                    disableCtrlAltDel,
                    doubleClickDetect,
                    enableWindowsKey,
                    usingSavedCreds,
                    mouse,
                    noAudioPlayback,
                    remoteConsoleAudio,
                    encryptionLevel,
                    colorDepth,
                    protocolType,
                    hRes,
                    vRes,
                    clientProductId,
                    outBufCountHost,
                    outBufCountClient,
                    outBufLength,
                    keyboardLayout,
                    maxConnectionTime,
                    maxDisconnectionTime,
                    maxIdleTime,
                    performanceFlags,
                    keyboardType,
                    keyboardSubType,
                    keyboardFunctionKey,
                    activeInputLocale,
                    serialNumber,
                    clientAddressFamily,
                    clientBuildNumber,
                    clientSessionId,
                    workDirectory,
                    initialProgram,
                    userName,
                    domain,
                    password,
                    protocolName,
                    displayDriverName,
                    displayDeviceName,
                    imeFileName,
                    audioDriverName,
                    clientName,
                    clientAddress,
                    clientDirectory,
                    clientDigProductId,
                    clientSockAddress,
                    clientTimeZone,
                    listenerSettings,
                    eventLogActivityId,
                    contextData);
        }
    }
}
