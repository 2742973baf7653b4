/** A delivery report as a mail server writes it (RFC 3464). */
export function reportOf(options: {
  to: string;
  action?: string;
  status?: string;
  /** Words of the server, with an address in them. */
  diagnostic?: string;
  statusType?: string;
  reportType?: string;
}): Buffer {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
    `To: ${options.to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${options.reportType ?? 'delivery-status'};\r\n\tboundary="=_1"`,
    '',
    '--=_1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you. Action: failed, Status: 5.1.1 would be words only.',
    '',
    '--=_1',
    `Content-Type: ${options.statusType ?? 'message/delivery-status'}`,
    '',
    'Reporting-MTA: dns; relay.example',
    'Arrival-Date: Thu, 19 Nov 2026 09:00:01 +0100 (CET)',
    '',
    'Final-Recipient: rfc822; somebody@secret.example',
    `Action: ${options.action ?? 'failed'}`,
    `Status: ${options.status ?? '5.1.1'}`,
    `Diagnostic-Code: smtp; ${options.diagnostic ?? '550 5.1.1 <somebody@secret.example>:\r\n    unknown user'}`,
    '',
    '--=_1',
    'Content-Type: message/rfc822',
    '',
    'From: Servicepunt LOB <noreply@servicepunt.example>',
    'Subject: Tussentijdse evaluatie',
    '',
    'Dag Piet.',
    '',
    '--=_1--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
