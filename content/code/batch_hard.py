import torch


def pk_batches(labels, P, K):
    """Indices of one batch after another: P classes, K samples of each; both at least 2."""
    classes = [rows for c in labels.unique() if len(rows := torch.nonzero(labels == c)[:, 0]) >= K]
    while True:
        chosen = [classes[c] for c in torch.randperm(len(classes))[:P]]
        yield torch.cat([rows[torch.randperm(len(rows))[:K]] for rows in chosen])


def batch_hard(embeddings, labels, margin):
    """Loss, active share and spread; the margin is in units of the plain distance."""
    d = (embeddings[:, None] - embeddings).square().sum(2).clamp(min=1e-12).sqrt()
    same = labels[:, None] == labels
    d_ap = d.masked_fill(~same, 0).amax(1)  # the farthest positive of each anchor
    d_an = d.masked_fill(same, torch.inf).amin(1)  # and its nearest negative
    losses = torch.relu(d_ap - d_an + margin)
    spread = (embeddings - embeddings.mean(0)).square().sum(1).mean().sqrt()
    return losses.mean(), (losses > 0).float().mean(), spread
