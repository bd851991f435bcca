"""The local stage: the whole service on this machine, deployed by the real `cdk deploy`.

MiniStack stands in for AWS and maildev for the post; both live only as long as the stage.
"""

from infra.local.errors import StartError
from infra.local.stage import Stage, local_stage

__all__ = ["Stage", "StartError", "local_stage"]
