"""Times steps of one network with PyTorch, as stepTimes.ts does with the engines of JavaScript.

Takes one argument, a JSON object: the layers of the network (benchNetworks.ts), p and k of the
batch, the number of threads, and whether the loss is that of all triplets over a [B, B, B] tensor
or, for the network alone, the mean of the embedding. Prints as JSON the milliseconds of each step:
of processor time on one thread, on the clock with more.
"""

import json
import sys
import time

import torch
from torch import nn

WARM_UP_SECONDS = 0.5
MEASURED_SECONDS = 1.5
MOST_STEPS = 200
FEWEST_STEPS = 2
MARGIN = 0.5
PIXELS = 784
TRAINING_IMAGES = 8000

plan = json.loads(sys.argv[1])
torch.set_num_threads(plan["threads"])
torch.manual_seed(1)
clock = time.process_time if plan["threads"] == 1 else time.perf_counter
activations = {"relu": nn.ReLU, "leakyrelu": nn.LeakyReLU, "linear": nn.Identity}


def modules(layer, is_flat):
    if layer["kind"] == "pool":
        return [nn.MaxPool2d(2)]
    activation = activations[layer["activation"]]()
    if layer["kind"] == "dense":
        flatten = [] if is_flat else [nn.Flatten()]
        return [*flatten, nn.Linear(layer["from"], layer["to"]), activation]
    size, stride = layer["size"], layer["stride"]
    return [nn.Conv2d(layer["from"], layer["to"], size, stride, size // 2), activation]


def build(layers):
    before = [{"kind": "images"}, *layers]
    return nn.Sequential(
        *(
            module
            for layer, last in zip(layers, before)
            for module in modules(layer, last["kind"] == "dense")
        )
    )


def triplet_loss(points, labels):
    """Batch-all with squared distances, the mean over the triplets with a positive loss."""
    distances = (points[:, None] - points[None]).square().sum(2)
    same = labels[:, None] == labels[None]
    positive = same & ~torch.eye(len(labels), dtype=torch.bool)
    hinges = torch.relu(distances[:, :, None] - distances[:, None, :] + MARGIN)
    hinges = hinges * (positive[:, :, None] & ~same[:, None, :])
    return hinges.sum() / (hinges > 0).sum().clamp(min=1)


batch = plan["p"] * plan["k"]
labels = torch.arange(plan["p"]).repeat_interleave(plan["k"])
images = torch.randint(0, 256, (TRAINING_IMAGES, PIXELS), dtype=torch.uint8)
network = build(plan["layers"])
optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)


def step():
    chosen = images[torch.randint(0, TRAINING_IMAGES, (batch,))]
    points = network(chosen.float().div_(255).view(batch, 1, 28, 28))
    loss = triplet_loss(points, labels) if plan["triplets"] else points.mean()
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()
    return loss.item()


def measure():
    started = clock()
    while True:
        step()
        if clock() - started >= WARM_UP_SECONDS:
            break
    times = []
    started = clock()
    while len(times) < FEWEST_STEPS or (
        len(times) < MOST_STEPS and clock() - started < MEASURED_SECONDS
    ):
        before = clock()
        step()
        times.append(1000 * (clock() - before))
    return times


print(json.dumps(measure()))
