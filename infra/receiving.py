"""Where SES receives mail: one rule for each office's mailbox, into the bucket of mails.

A rule set does nothing before an operator makes it the active one of the account.
"""

from aws_cdk import aws_s3 as s3
from aws_cdk import aws_ses as ses
from aws_cdk import aws_ses_actions as actions
from constructs import Construct

from functions.offices import all_offices


class Receiving(Construct):
    """Which mailbox a mail was sent to says the prefix, as nothing in the mail itself can."""

    def __init__(self, scope: Construct, inbox: s3.Bucket) -> None:
        super().__init__(scope, "Receiving")
        rules = ses.ReceiptRuleSet(self, "Rules")
        for office in all_offices().values():
            if office.complaints.mailbox:
                rules.add_rule(
                    office.id,
                    recipients=[office.complaints.mailbox],
                    scan_enabled=True,
                    actions=[actions.S3(bucket=inbox, object_key_prefix=f"{office.id}/")],
                )
