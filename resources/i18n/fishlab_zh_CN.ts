<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>about</name>
    <message>
        <source>A laboratory for the book Deep Learning from Scratch: every experiment live, on nothing but NumPy.</source>
        <translation>《深度学习入门：基于 Python 的理论与实现》的实验室：每个实验都能亲手操作，全部只用 NumPy 实现。</translation>
    </message>
    <message>
        <source>It is independent of the book&apos;s author and publishers, and free software (MIT).</source>
        <translation>本软件与该书的作者和出版社无关，是自由软件（MIT 许可证）。</translation>
    </message>
    <message>
        <source>The digits are from MNIST by LeCun, Cortes and Burges (CC BY-SA 3.0).</source>
        <translation>手写数字取自 LeCun、Cortes 和 Burges 的 MNIST（CC BY-SA 3.0）。</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>您的数据</translation>
    </message>
    <message>
        <source>Your settings</source>
        <translation>您的设置</translation>
    </message>
</context>
<context>
    <name>activations</name>
    <message>
        <source>Through the layers</source>
        <translation>通过各层</translation>
    </message>
    <message>
        <source>Through a single layer</source>
        <translation>通过单独一层</translation>
    </message>
    <message>
        <source>The net of lines after the last layer; its four corners are marked</source>
        <translation>经过最后一层之后的网格；四个角有标记</translation>
    </message>
    <message>
        <source>Rings: where the layers put the crossings of the net</source>
        <translation>圆圈：各层把网格交点送到的位置</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input x</source>
        <translation>输入 x</translation>
    </message>
    <message>
        <source>Through the one layer that comes nearest (least squares)</source>
        <translation>通过最接近的单独一层（最小二乘）</translation>
    </message>
    <message>
        <source>Through one layer: the product of the matrices</source>
        <translation>通过单独一层：矩阵的乘积</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>Saturated parts</source>
        <translation>饱和部分</translation>
    </message>
    <message>
        <source>Values at x</source>
        <translation>x 处的值</translation>
    </message>
    <message>
        <source>Values under the mouse stand on the right; drag the line or click to keep an x</source>
        <translation>右侧显示鼠标处的值；拖动竖线或单击可固定 x</translation>
    </message>
    <message>
        <source>Hatched: the derivative has fallen under the threshold for good</source>
        <translation>斜线：导数已降到阈值以下，不再回升</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>score a</source>
        <translation>得分 a</translation>
    </message>
    <message>
        <source>probability y</source>
        <translation>概率 y</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Sum of the probabilities</source>
        <translation>概率的总和</translation>
    </message>
    <message>
        <source>Stages of softmax</source>
        <translation>softmax 的各个步骤</translation>
    </message>
    <message>
        <source>Drag a bar to set its score</source>
        <translation>拖动柱子来设定得分</translation>
    </message>
    <message>
        <source>Filled: what the computer got. Dashed: the right value</source>
        <translation>实心：计算机得到的值。虚线：正确的值</translation>
    </message>
    <message>
        <source>Laid side by side the bars reach 1</source>
        <translation>把柱子并排放置，正好到 1</translation>
    </message>
    <message>
        <source>From score to probability, stage by stage</source>
        <translation>从得分到概率，一步一步</translation>
    </message>
    <message>
        <source>score a + C</source>
        <translation>得分 a + C</translation>
    </message>
    <message>
        <source>÷ T</source>
        <translation>÷ T</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>right value</source>
        <translation>正确的值</translation>
    </message>
    <message>
        <source>not a number (nan): there is no sum</source>
        <translation>不是一个数（nan）：没有总和</translation>
    </message>
    <message>
        <source>Activation functions with their derivatives, softmax and its overflow, and why linear layers need something nonlinear between them</source>
        <translation>激活函数及其导数，softmax 及其溢出，以及为什么线性层之间需要非线性函数</translation>
    </message>
    <message>
        <source>{depth} linear layers are one: the largest difference is {difference}</source>
        <translation>{depth} 个线性层等于一层：最大差别为 {difference}</translation>
    </message>
    <message>
        <source>A single layer has nothing to collapse</source>
        <translation>只有一层，无可合并</translation>
    </message>
    <message>
        <source>No single layer does the same: the best one misses {share} of the variance</source>
        <translation>没有哪个单独的层能做到同样的事：最好的一层仍有 {share} 的方差未能解释</translation>
    </message>
    <message>
        <source>One layer does almost the same here: it misses only {share} of the variance</source>
        <translation>这里一层几乎就能做到同样的事：只有 {share} 的方差未能解释</translation>
    </message>
    <message>
        <source>Choose at least one function</source>
        <translation>请至少选择一个函数</translation>
    </message>
    <message>
        <source>At x = {x}, {count} of {total} are saturated: |f′| stays under {threshold}</source>
        <translation>在 x = {x} 处，{total} 个函数中有 {count} 个饱和：|f′| 一直小于 {threshold}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等函数</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>SiLU (swish)</source>
        <translation>SiLU（Swish）</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>Hard sigmoid</translation>
    </message>
    <message>
        <source>Score a₁</source>
        <translation>得分 a₁</translation>
    </message>
    <message>
        <source>Score a₂</source>
        <translation>得分 a₂</translation>
    </message>
    <message>
        <source>Score a₃</source>
        <translation>得分 a₃</translation>
    </message>
    <message>
        <source>Score a₄</source>
        <translation>得分 a₄</translation>
    </message>
    <message>
        <source>Score a₅</source>
        <translation>得分 a₅</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Linear layers collapse</source>
        <translation>线性层的合并</translation>
    </message>
    <message>
        <source>double (float64)</source>
        <translation>双精度（float64）</translation>
    </message>
    <message>
        <source>single (float32)</source>
        <translation>单精度（float32）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Through {depth} layers, one after another</source>
        <translation>依次通过 {depth} 层</translation>
    </message>
    <message>
        <source>Largest difference: {difference}</source>
        <translation>最大差别：{difference}</translation>
    </message>
    <message>
        <source>Variance missed: {share}</source>
        <translation>未能解释的方差：{share}</translation>
    </message>
    <message>
        <source>After layer {number}</source>
        <translation>第 {number} 层之后</translation>
    </message>
    <message>
        <source>f and f′ at x; {mark} means saturated</source>
        <translation>x 处的 f 与 f′；{mark} 表示饱和</translation>
    </message>
    <message>
        <source>{mark} saturated: |f′| &lt; {threshold}</source>
        <translation>{mark} 饱和：|f′| &lt; {threshold}</translation>
    </message>
    <message>
        <source>1 if x &amp;gt; 0, else 0</source>
        <translation>x &amp;gt; 0 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>x, slope · x</source>
        <translation>x，斜率 · x</translation>
    </message>
    <message>
        <source>x / 6 + ½, from 0 to 1</source>
        <translation>x / 6 + ½，限于 0 到 1</translation>
    </message>
    <message>
        <source>For x = −1, 1, 2 the step gives 0, 1, 1, ReLU 0, 1, 2, and the sigmoid 0.26894142, 0.73105858, 0.88079708.</source>
        <translation>对 x = −1、1、2，阶跃函数给出 0、1、1，ReLU 给出 0、1、2，sigmoid 给出 0.26894142、0.73105858、0.88079708。</translation>
    </message>
    <message>
        <source>The sigmoid&apos;s derivative is 0.25 at x = 0 and nowhere more; at x = 5 it has nearly vanished.</source>
        <translation>sigmoid 的导数在 x = 0 处为 0.25，别处都不超过它；到 x = 5 时几乎消失。</translation>
    </message>
    <message>
        <source>ReLU is max(0, x): right of 0 its derivative is 1 everywhere, left of 0 it is 0.</source>
        <translation>ReLU 就是 max(0, x)：0 右侧的导数处处为 1，0 左侧的导数为 0。</translation>
    </message>
    <message>
        <source>Softmax of (0.3, 2.9, 4.0) is (0.01821127, 0.24519181, 0.73659691).</source>
        <translation>(0.3, 2.9, 4.0) 的 softmax 是 (0.01821127, 0.24519181, 0.73659691)。</translation>
    </message>
    <message>
        <source>Softmax sums to 1 and keeps the order of the scores, whatever the scores and the temperature.</source>
        <translation>无论得分和温度如何，softmax 的输出总和为 1，并且保持得分的大小顺序。</translation>
    </message>
    <message>
        <source>A constant added to all scores, from −1000 to 1000, does not change softmax&apos;s result.</source>
        <translation>给所有得分加上从 −1000 到 1000 的同一个常数，softmax 的结果不变。</translation>
    </message>
    <message>
        <source>Softmax of (1010, 1000, 990) overflows to three NaN, and with the maximum subtracted it is right.</source>
        <translation>(1010, 1000, 990) 的 softmax 会溢出，得到三个 NaN；减去最大值之后结果正确。</translation>
    </message>
    <message>
        <source>2, 4 or 8 linear layers do what a single one does, but for rounding (over 5 seeds).</source>
        <translation>除舍入误差外，2、4 或 8 个线性层与单独一层的作用相同（5 个种子）。</translation>
    </message>
    <message>
        <source>With ReLU between three layers no single layer does the same: the best misses more than a tenth of the variance (over 5 seeds).</source>
        <translation>三层之间有 ReLU 时，没有单独一层能做到同样的事：最好的一层也会漏掉十分之一以上的方差（5 个种子）。</translation>
    </message>
    <message>
        <source>largest σ′</source>
        <translation>最大的 σ′</translation>
    </message>
    <message>
        <source>largest |ReLU(x) − max(0, x)|</source>
        <translation>最大的 |ReLU(x) − max(0, x)|</translation>
    </message>
    <message>
        <source>least slope on the right</source>
        <translation>右侧的最小斜率</translation>
    </message>
    <message>
        <source>largest slope on the right</source>
        <translation>右侧的最大斜率</translation>
    </message>
    <message>
        <source>largest slope on the left</source>
        <translation>左侧的最大斜率</translation>
    </message>
    <message>
        <source>largest |Σy − 1|</source>
        <translation>最大的 |Σy − 1|</translation>
    </message>
    <message>
        <source>orders changed</source>
        <translation>顺序改变的次数</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>NaN without</source>
        <translation>不减时的 NaN 个数</translation>
    </message>
    <message>
        <source>NaN with</source>
        <translation>减去时的 NaN 个数</translation>
    </message>
    <message>
        <source>least share missed</source>
        <translation>漏掉的最小占比</translation>
    </message>
    <message>
        <source>Activation functions, softmax, or what happens without an activation function</source>
        <translation>激活函数、softmax，或者没有激活函数时会怎样</translation>
    </message>
    <message>
        <source>Any set of them is drawn in one picture</source>
        <translation>任意选择几个，画在同一张图里</translation>
    </message>
    <message>
        <source>Derivatives below</source>
        <translation>在下方显示导数</translation>
    </message>
    <message>
        <source>Draw f′(x) under f(x): the factor by which a gradient is multiplied on its way back</source>
        <translation>在 f(x) 下方画出 f′(x)：反向传播时梯度要乘上的因子</translation>
    </message>
    <message>
        <source>x from −r to r</source>
        <translation>x 从 −r 到 r</translation>
    </message>
    <message>
        <source>How far the picture reaches to the left and right</source>
        <translation>图的左右范围</translation>
    </message>
    <message>
        <source>Saturated below |f′|</source>
        <translation>饱和阈值 |f′|</translation>
    </message>
    <message>
        <source>Where the derivative has fallen under this for good, the curve is marked; 0 marks nothing</source>
        <translation>导数降到此值以下并不再回升的部分会被标出；0 表示不标</translation>
    </message>
    <message>
        <source>Leaky slope</source>
        <translation>Leaky 斜率</translation>
    </message>
    <message>
        <source>Slope of leaky ReLU left of 0; at 0 it is ReLU, at 1 the identity</source>
        <translation>Leaky ReLU 在 0 左侧的斜率；为 0 时就是 ReLU，为 1 时就是恒等函数</translation>
    </message>
    <message>
        <source>ELU α</source>
        <translation>ELU 的 α</translation>
    </message>
    <message>
        <source>ELU falls towards −α on the left</source>
        <translation>ELU 在左侧趋近于 −α</translation>
    </message>
    <message>
        <source>Sharpness β</source>
        <translation>锐度 β</translation>
    </message>
    <message>
        <source>β of SiLU (swish) and softplus: the larger it is, the closer they are to ReLU</source>
        <translation>SiLU（Swish）和 Softplus 的 β：越大越接近 ReLU</translation>
    </message>
    <message>
        <source>x of the vertical line</source>
        <translation>竖线的 x</translation>
    </message>
    <message>
        <source>Where the functions are read; the line can be dragged in the picture too</source>
        <translation>在此处读取函数值；也可以在图中拖动竖线</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many scores softmax is given</source>
        <translation>输入 softmax 的得分个数</translation>
    </message>
    <message>
        <source>The score of this class; its bar in the picture can be dragged too</source>
        <translation>该类别的得分；也可以拖动图中的柱子</translation>
    </message>
    <message>
        <source>Constant C added</source>
        <translation>加上常数 C</translation>
    </message>
    <message>
        <source>Added to every score: on paper it changes nothing, in a computer it may</source>
        <translation>加到每个得分上：在纸上结果不变，在计算机里则未必</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>温度 T</translation>
    </message>
    <message>
        <source>Scores are divided by T: small is decided, large is undecided, 1 is the book&apos;s</source>
        <translation>得分除以 T：小则果断，大则犹豫，书中为 1</translation>
    </message>
    <message>
        <source>Subtract the maximum</source>
        <translation>减去最大值</translation>
    </message>
    <message>
        <source>Subtract the largest score before the exponential, against overflow</source>
        <translation>在求指数之前减去最大的得分，防止溢出</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>exp overflows above 709.78 in double and above 88.72 in single precision</source>
        <translation>exp 在双精度下超过 709.78、单精度下超过 88.72 就会溢出</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>How many affine layers stand in a row</source>
        <translation>依次叠加多少个仿射层</translation>
    </message>
    <message>
        <source>Between the layers</source>
        <translation>层与层之间</translation>
    </message>
    <message>
        <source>The activation function after every layer but the last</source>
        <translation>除最后一层外，每层之后的激活函数</translation>
    </message>
    <message>
        <source>Book: step, sigmoid and ReLU (3.2)</source>
        <translation>书中：阶跃、sigmoid、ReLU（3.2）</translation>
    </message>
    <message>
        <source>Move the mouse over the picture: near 0 the step jumps, the sigmoid passes smoothly through 0.5, and ReLU starts to rise.</source>
        <translation>在图上移动鼠标：在 0 附近，阶跃函数突然跳变，sigmoid 平滑地经过 0.5，ReLU 开始上升。</translation>
    </message>
    <message>
        <source>Derivatives and saturation (6.2)</source>
        <translation>导数与饱和（6.2）</translation>
    </message>
    <message>
        <source>The sigmoid&apos;s derivative is never more than 0.25 and dies away on both sides; ReLU&apos;s is 1 on the whole right side. Drag the vertical line into a hatched bar.</source>
        <translation>sigmoid 的导数最大也只有 0.25，并且向两侧逐渐消失；ReLU 的导数在整个右侧都是 1。把竖线拖进带斜线的横条里看看。</translation>
    </message>
    <message>
        <source>Dead ReLU and its later cousins</source>
        <translation>死掉的 ReLU 与后来的近亲</translation>
    </message>
    <message>
        <source>Left of 0 ReLU sends back no gradient at all. Which of the others still send some at x = −2, and which at x = −5?</source>
        <translation>在 0 的左侧，ReLU 完全不传回梯度。其他函数中，哪些在 x = −2 处还能传回一些？哪些在 x = −5 处还能？</translation>
    </message>
    <message>
        <source>Squashing functions compared</source>
        <translation>有界函数的比较</translation>
    </message>
    <message>
        <source>All of these stay between two values. Of the smooth ones tanh saturates first and softsign, whose derivative falls off as 1/x², last.</source>
        <translation>这些函数的值都在两个数之间。其中平滑的函数里，tanh 最先饱和；softsign 的导数按 1/x² 减小，最晚饱和。</translation>
    </message>
    <message>
        <source>Softplus and SiLU become ReLU</source>
        <translation>Softplus 与 SiLU 变成 ReLU</translation>
    </message>
    <message>
        <source>Move the sharpness β from 0.1 to 10: the smooth curves close in on ReLU, and their derivatives on its step.</source>
        <translation>把锐度 β 从 0.1 调到 10：平滑的曲线逐渐贴近 ReLU，它们的导数也逐渐贴近 ReLU 的阶跃。</translation>
    </message>
    <message>
        <source>Book: softmax (3.5)</source>
        <translation>书中：softmax（3.5）</translation>
    </message>
    <message>
        <source>(0.3, 2.9, 4.0) become 0.018, 0.245 and 0.737: they add up to 1, and their order is that of the scores. Drag a bar on the left.</source>
        <translation>(0.3, 2.9, 4.0) 变成 0.018、0.245 和 0.737：总和为 1，大小顺序与得分相同。拖动左边的柱子试试。</translation>
    </message>
    <message>
        <source>Book: softmax overflows (3.5.2)</source>
        <translation>书中：softmax 的溢出（3.5.2）</translation>
    </message>
    <message>
        <source>exp(1010) is more than a computer can hold: ∞ / ∞ is not a number. Now switch “Subtract the maximum” on.</source>
        <translation>exp(1010) 超出了计算机能表示的范围：∞ / ∞ 不是一个数。现在打开“减去最大值”。</translation>
    </message>
    <message>
        <source>Book: the overflow mended (3.5.2)</source>
        <translation>书中：溢出的对策（3.5.2）</translation>
    </message>
    <message>
        <source>The largest exponent is now 0, nothing can overflow, and the result is right. Move C: the probabilities stay where they are.</source>
        <translation>现在最大的指数是 0，不会再溢出，结果也正确。移动 C：概率保持不变。</translation>
    </message>
    <message>
        <source>Temperature: decided or undecided</source>
        <translation>温度：果断还是犹豫</translation>
    </message>
    <message>
        <source>Lower T: the winner takes everything. Raise T: all become alike. The order never changes.</source>
        <translation>降低 T：最大者独占全部。升高 T：大家趋于相同。大小顺序始终不变。</translation>
    </message>
    <message>
        <source>Linear layers are one layer (3.2.6)</source>
        <translation>线性层叠加仍是一层（3.2.6）</translation>
    </message>
    <message>
        <source>Add layers: the net is turned and stretched again and again, and still one matrix does it all, to the last digits of the computer.</source>
        <translation>增加层数：网格一次又一次被旋转和拉伸，但一个矩阵就能完成全部变换，误差只在计算机的最后几位。</translation>
    </message>
    <message>
        <source>With ReLU between the layers</source>
        <translation>层与层之间加上 ReLU</translation>
    </message>
    <message>
        <source>Now every layer folds the net, and no single layer can do the same. With leaky ReLU, move the slope towards 1 and see the folds vanish.</source>
        <translation>现在每一层都会折弯网格，没有哪个单独的层能做到同样的事。换成 Leaky ReLU，把斜率调向 1，看折痕消失。</translation>
    </message>
    <message>
        <source>With tanh between the layers</source>
        <translation>层与层之间加上 tanh</translation>
    </message>
    <message>
        <source>Straight lines become curves, and each layer bends them further. Compare the variance that the best single layer misses with 1, 2, 4 and 8 layers.</source>
        <translation>直线变成了曲线，每一层都使它们更弯。比较 1、2、4、8 层时最佳单层未能解释的方差。</translation>
    </message>
    <message>
        <source>The probabilities add up to {total}</source>
        <translation>概率的总和为 {total}</translation>
    </message>
    <message>
        <source>The order of the scores is kept</source>
        <translation>大小顺序与得分一致</translation>
    </message>
    <message>
        <source>Overflow: an exponential became infinite, and ∞ / ∞ is not a number (nan)</source>
        <translation>溢出：指数函数的值变成无穷大，而 ∞ / ∞ 不是一个数（nan）</translation>
    </message>
    <message>
        <source>Underflow: every exponential became 0, and 0 / 0 is not a number (nan)</source>
        <translation>下溢：所有指数函数的值都变成 0，而 0 / 0 不是一个数（nan）</translation>
    </message>
</context>
<context>
    <name>backprop</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{name}: mean difference {mean}, largest {largest}</source>
        <translation>{name}：平均差 {mean}，最大 {largest}</translation>
    </message>
    <message>
        <source>{name}: numerical {numeric}, backprop {backprop}</source>
        <translation>{name}：数值微分 {numeric}，反向传播 {backprop}</translation>
    </message>
    <message>
        <source>|backprop − numerical|: bar the mean, ◆ the largest</source>
        <translation>|反向传播 − 数值微分|：条形为平均，◆ 为最大</translation>
    </message>
    <message>
        <source>Difference of the two gradients, parameter by parameter</source>
        <translation>两种梯度的差，逐个参数</translation>
    </message>
    <message>
        <source>Left of the dashed line, 1e−7, the two gradients are the same</source>
        <translation>在虚线 1e−7 的左侧，两种梯度相同</translation>
    </message>
    <message>
        <source>Check of each parameter</source>
        <translation>各参数的梯度确认</translation>
    </message>
    <message>
        <source>In parentheses: numbers left out, next to a kink of the loss</source>
        <translation>括号内：因靠近损失的折点而未参加比较的数</translation>
    </message>
    <message>
        <source>gradient by backprop</source>
        <translation>反向传播求得的梯度</translation>
    </message>
    <message>
        <source>numerical gradient</source>
        <translation>数值微分求得的梯度</translation>
    </message>
    <message>
        <source>Numerical gradient against backprop, number by number</source>
        <translation>逐个数比较数值微分与反向传播的梯度</translation>
    </message>
    <message>
        <source>Right gradients lie on the dashed line</source>
        <translation>正确的梯度落在虚线上</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>numbers checked</source>
        <translation>已确认的数</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>Every input&apos;s derivative, both ways</source>
        <translation>各输入的导数，两种方法</translation>
    </message>
    <message>
        <source>How much L changes with each input: backward, and numerically</source>
        <translation>L 随各输入变化多少：反向传播与数值微分</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>derivative, by backprop</source>
        <translation>反向传播的导数</translation>
    </message>
    <message>
        <source>numerical derivative</source>
        <translation>数值微分的导数</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>forward ↓: shape, mean |value|</source>
        <translation>正向 ↓：形状，|值| 的平均</translation>
    </message>
    <message>
        <source>backward ↑: shape, mean |∂L|</source>
        <translation>反向 ↑：形状，|∂L| 的平均</translation>
    </message>
    <message>
        <source>gradients of the same shapes, mean {size}</source>
        <translation>梯度的形状相同，平均 {size}</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>Down: the shape of what every layer hands on. Up: the derivatives, in the same shapes</source>
        <translation>向下：各层传给下一层的数据的形状。向上：导数，形状相同</translation>
    </message>
    <message>
        <source>Computational graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>shape ({rows}, {columns})</source>
        <translation>形状 ({rows}, {columns})</translation>
    </message>
    <message>
        <source>difference {gap} {mark}</source>
        <translation>差 {gap} {mark}</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>Gradient check: convolutional network</source>
        <translation>梯度确认：卷积网络</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>误差反向传播</translation>
    </message>
    <message>
        <source>Computational graphs of the book or of one&apos;s own, walked forward and backward one node at a time; a network&apos;s layers and shapes; and the gradient check</source>
        <translation>书中的或自己的计算图，一次一个节点地正向和反向走过；网络的各层与形状；以及梯度确认</translation>
    </message>
    <message>
        <source>Nodes can carry matrices: X {x} and W {w} go in</source>
        <translation>节点上也可以流动矩阵：输入 X {x} 和 W {w}</translation>
    </message>
    <message>
        <source>Forward: X·W + B has the shape {shape}</source>
        <translation>正向：X·W + B 的形状为 {shape}</translation>
    </message>
    <message>
        <source>Forward: y = softmax = ({y}); L = −log {right} = {loss}</source>
        <translation>正向：y = softmax = ({y})；L = −log {right} = {loss}</translation>
    </message>
    <message>
        <source>Forward: L = {loss}, the mean over {count} samples</source>
        <translation>正向：L = {loss}，是 {count} 个样本的平均</translation>
    </message>
    <message>
        <source>Now backward: the derivative of L by itself is 1</source>
        <translation>现在反向：L 关于自身的导数是 1</translation>
    </message>
    <message>
        <source>Backward: softmax with loss hands back y − t = ({d})</source>
        <translation>反向：Softmax-with-Loss 传回 y − t = ({d})</translation>
    </message>
    <message>
        <source>Backward: softmax with loss hands back (y − t) / {count}</source>
        <translation>反向：Softmax-with-Loss 传回 (y − t) / {count}</translation>
    </message>
    <message>
        <source>the same: below 1e−7</source>
        <translation>相同：小于 1e−7</translation>
    </message>
    <message>
        <source>Drag a number with ↕ up or down to change it; drag a node to move it; double-click beside the nodes to put them back. Keys: ← → choose a number, ↑ ↓ change it, Shift with an arrow moves the node, Home puts them back</source>
        <translation>上下拖动带 ↕ 的数来改变它；拖动节点来移动它；双击节点以外的地方让它们复位。按键：← → 选择一个数，↑ ↓ 改变它，Shift 加方向键移动节点，Home 让节点复位</translation>
    </message>
    <message>
        <source>derivative {value}</source>
        <translation>导数 {value}</translation>
    </message>
    <message>
        <source>numerically {value}</source>
        <translation>数值微分 {value}</translation>
    </message>
    <message>
        <source>Backward: dX = dY·Wᵀ, dW = Xᵀ·dY, dB = the sum of dY&apos;s rows: each in its own shape</source>
        <translation>反向：dX = dY·Wᵀ，dW = Xᵀ·dY，dB = dY 各行之和：形状各与自己相同</translation>
    </message>
    <message>
        <source>All {count} derivatives agree with the numerical ones: ✓ (largest gap {gap})</source>
        <translation>全部 {count} 个导数与数值微分一致：✓（最大差 {gap}）</translation>
    </message>
    <message>
        <source>The numerical derivatives differ: by up to {gap}</source>
        <translation>数值微分的导数不一致：最多相差 {gap}</translation>
    </message>
    <message>
        <source>Checking {name}: {known} of {asked} numbers</source>
        <translation>正在确认 {name}：{asked} 个数中的 {known} 个</translation>
    </message>
    <message>
        <source>Backprop is right: a mean difference of {difference} over {count} numbers</source>
        <translation>反向传播正确：{count} 个数的平均差为 {difference}</translation>
    </message>
    <message>
        <source>Backprop is not right: the gradient of {names} differs by {difference} in the mean</source>
        <translation>反向传播不正确：{names} 的梯度平均相差 {difference}</translation>
    </message>
    <message>
        <source>A little above 1e−7: {names}. The loss adds 1e−7 inside its logarithm, backprop&apos;s y − t does not know</source>
        <translation>略高于 1e−7：{names}。损失在对数里加了 1e−7，而反向传播的 y − t 并不知道</translation>
    </message>
    <message>
        <source>{count} numbers were left out: a ReLU or a maximum switches within ±h of them</source>
        <translation>有 {count} 个数未参加比较：在它们的 ±h 之内有 ReLU 或最大值发生切换</translation>
    </message>
    <message>
        <source>The mean difference is {difference}, at h = {h}: too large an h bends, too small an h rounds</source>
        <translation>h = {h} 时平均差为 {difference}：h 太大受弯曲影响，太小受舍入影响</translation>
    </message>
    <message>
        <source>largest gap to the numerical derivative</source>
        <translation>与数值微分的最大差</translation>
    </message>
    <message>
        <source>mean difference, the largest of 3 seeds</source>
        <translation>平均差（3 个种子中最大者）</translation>
    </message>
    <message>
        <source>numbers checked, the least</source>
        <translation>确认的数（最少者）</translation>
    </message>
    <message>
        <source>largest |∂L/∂x − y (1 − y)|</source>
        <translation>|∂L/∂x − y (1 − y)| 的最大值</translation>
    </message>
    <message>
        <source>largest |∂L/∂a − (y − t)|</source>
        <translation>|∂L/∂a − (y − t)| 的最大值</translation>
    </message>
    <message>
        <source>∂L/∂(+)</source>
        <translation>∂L/∂(+)</translation>
    </message>
    <message>
        <source>Two apples at 100 with a tax of 10 % cost 220, and the derivatives by the price, the number and the tax are 2.2, 110 and 200.</source>
        <translation>两个 100 日元的苹果，消费税 10 %，共 220 日元；关于价格、个数和消费税的导数是 2.2、110 和 200。</translation>
    </message>
    <message>
        <source>Two apples at 100 and three oranges at 150 cost 715 with tax, and the derivatives are 2.2, 110, 3.3, 165 and 650.</source>
        <translation>两个 100 日元的苹果和三个 150 日元的橘子，含税共 715 日元；导数是 2.2、110、3.3、165 和 650。</translation>
    </message>
    <message>
        <source>Backward, + hands the derivative on to both inputs as it is, and × multiplies it by the other input.</source>
        <translation>反向传播时，+ 把导数原样传给两个输入，× 把导数乘以另一个输入。</translation>
    </message>
    <message>
        <source>ReLU lets the derivative through where its input was above 0, and blocks it where it was below.</source>
        <translation>ReLU 的输入大于 0 时让导数通过，小于 0 时阻断。</translation>
    </message>
    <message>
        <source>Backward through × −1, exp, + 1 and ÷, the sigmoid&apos;s derivative comes out as y (1 − y).</source>
        <translation>反向穿过 × −1、exp、+ 1 和 ÷，得到的 sigmoid 导数是 y (1 − y)。</translation>
    </message>
    <message>
        <source>Softmax with cross-entropy hands back y − t, whichever class is right.</source>
        <translation>无论哪个类别正确，softmax 与交叉熵误差合起来传回 y − t。</translation>
    </message>
    <message>
        <source>Backprop equals the numerical gradient for the two-layer network: in float64 the mean difference is below 1e−7 (over 3 seeds, 260 numbers each).</source>
        <translation>两层网络的反向传播与数值微分一致：在 float64 下平均差小于 1e−7（3 个种子，每个 260 个数）。</translation>
    </message>
    <message>
        <source>Backprop equals the numerical gradient for a convolutional network: in float64 the mean difference is below 1e−7 (over 3 seeds, 216 numbers each).</source>
        <translation>卷积网络的反向传播与数值微分一致：在 float64 下平均差小于 1e−7（3 个种子，每个 216 个数）。</translation>
    </message>
    <message>
        <source>Backprop equals the numerical gradient with batch normalisation: in float64 the mean difference is below 1e−7 (over 3 seeds, 490 numbers each).</source>
        <translation>带批规范化的网络的反向传播与数值微分一致：在 float64 下平均差小于 1e−7（3 个种子，每个 490 个数）。</translation>
    </message>
    <message>
        <source>+ to the apples</source>
        <translation>+ 传给苹果一侧</translation>
    </message>
    <message>
        <source>+ to the oranges</source>
        <translation>+ 传给橘子一侧</translation>
    </message>
    <message>
        <source>× to the price, its factor</source>
        <translation>× 传给价格时乘的数</translation>
    </message>
    <message>
        <source>× to the number, its factor</source>
        <translation>× 传给个数时乘的数</translation>
    </message>
    <message>
        <source>{count} digits go in as {shape}</source>
        <translation>{count} 个数字以 {shape} 的形状输入</translation>
    </message>
    <message>
        <source>Forward: {name} turns {before} into {after}</source>
        <translation>正向：{name} 把 {before} 变成 {after}</translation>
    </message>
    <message>
        <source>Forward: the mean loss of the batch is {loss}</source>
        <translation>正向：这批数据的平均损失为 {loss}</translation>
    </message>
    <message>
        <source>Now backward: the derivative of the loss by itself is 1</source>
        <translation>现在反向：损失关于自身的导数是 1</translation>
    </message>
    <message>
        <source>Backward: {name} hands back {shape}, the shape of what it was given</source>
        <translation>反向：{name} 传回 {shape}，与它的输入形状相同</translation>
    </message>
    <message>
        <source>Backward: {name} hands back {shape}, and keeps the gradients of its parameters</source>
        <translation>反向：{name} 传回 {shape}，并留下自己参数的梯度</translation>
    </message>
    <message>
        <source>Every derivative has the shape of its value; one walk back gave the gradients of all {count} parameters</source>
        <translation>每个导数都与它的值形状相同；往回走一遍就得到了全部 {count} 个参数的梯度</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which experiment of chapter 5 is in the picture</source>
        <translation>图中显示第 5 章的哪个实验</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Which calculation is drawn as a graph of nodes</source>
        <translation>把哪个计算画成由节点组成的图</translation>
    </message>
    <message>
        <source>One node at a time</source>
        <translation>一次一个节点</translation>
    </message>
    <message>
        <source>Walk forward and then backward node by node; without it, show the end at once</source>
        <translation>逐个节点地正向再反向走过；不选则直接显示结果</translation>
    </message>
    <message>
        <source>apple: price</source>
        <translation>apple：单价</translation>
    </message>
    <message>
        <source>apple_num: how many</source>
        <translation>apple_num：个数</translation>
    </message>
    <message>
        <source>orange: price</source>
        <translation>orange：单价</translation>
    </message>
    <message>
        <source>orange_num: how many</source>
        <translation>orange_num：个数</translation>
    </message>
    <message>
        <source>tax: factor</source>
        <translation>tax：税率因子</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>x1</source>
        <translation>x1</translation>
    </message>
    <message>
        <source>x2</source>
        <translation>x2</translation>
    </message>
    <message>
        <source>w</source>
        <translation>w</translation>
    </message>
    <message>
        <source>A value of the graph; in the picture, drag its number up or down</source>
        <translation>图中的一个值；在图上可以上下拖动它的数字</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Names, numbers, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu sigmoid</source>
        <translation>名称、数、pi、e、+ - * / **、括号，exp log sin cos tanh sqrt abs max min relu sigmoid</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>变量的值</translation>
    </message>
    <message>
        <source>Of the expression&apos;s variables, such as x = 2, y = 3; one without a value is 1</source>
        <translation>表达式中各变量的值，例如 x = 2, y = 3；没有给出的取 1</translation>
    </message>
    <message>
        <source>X: one row a sample</source>
        <translation>X：每行一个样本</translation>
    </message>
    <message>
        <source>W: 2 × 3</source>
        <translation>W：2 × 3</translation>
    </message>
    <message>
        <source>B: 3</source>
        <translation>B：3</translation>
    </message>
    <message>
        <source>In the picture, drag a number up or down</source>
        <translation>在图上可以上下拖动一个数</translation>
    </message>
    <message>
        <source>Right class t</source>
        <translation>正确的类别 t</translation>
    </message>
    <message>
        <source>Which of the three classes is right, from 0</source>
        <translation>三个类别中哪个正确，从 0 数起</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network that digits walk through</source>
        <translation>数字图像要通过的网络</translation>
    </message>
    <message>
        <source>Hidden neurons</source>
        <translation>隐藏神经元</translation>
    </message>
    <message>
        <source>In each hidden layer that is fully connected</source>
        <translation>每个全连接隐藏层的神经元个数</translation>
    </message>
    <message>
        <source>Batch size N</source>
        <translation>批大小 N</translation>
    </message>
    <message>
        <source>How many digits walk through the network at once</source>
        <translation>一次有多少个数字通过网络</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字个数</translation>
    </message>
    <message>
        <source>How many digits the loss is the mean of</source>
        <translation>损失是多少个数字的平均</translation>
    </message>
    <message>
        <source>Numbers to check</source>
        <translation>要确认的数</translation>
    </message>
    <message>
        <source>At most so many of each parameter, drawn at random; each costs four forward passes</source>
        <translation>每个参数最多随机抽取这么多；每个数要四次正向传播</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>How far each number is moved to either side; the book takes 1e-4</source>
        <translation>每个数向两侧移动多少；书中取 1e-4</translation>
    </message>
    <message>
        <source>Mistake in backprop</source>
        <translation>反向传播中的错误</translation>
    </message>
    <message>
        <source>Spoil the gradient, and see the check notice it</source>
        <translation>弄错梯度，看梯度确认能否发现</translation>
    </message>
    <message>
        <source>{name}: {wanted} rows were expected, not {given}</source>
        <translation>{name}：应为 {wanted} 行，而不是 {given} 行</translation>
    </message>
    <message>
        <source>{name}: numbers from −{largest} to {largest} were expected</source>
        <translation>{name}：应为 −{largest} 到 {largest} 之间的数</translation>
    </message>
    <message>
        <source>A computational graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>A network&apos;s layers</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>The gradient check</source>
        <translation>梯度确认</translation>
    </message>
    <message>
        <source>Buying apples</source>
        <translation>买苹果</translation>
    </message>
    <message>
        <source>Buying apples and oranges</source>
        <translation>买苹果和橘子</translation>
    </message>
    <message>
        <source>Sigmoid, taken apart</source>
        <translation>拆开的 sigmoid</translation>
    </message>
    <message>
        <source>Two ReLUs</source>
        <translation>两个 ReLU</translation>
    </message>
    <message>
        <source>Affine, softmax and loss</source>
        <translation>Affine、softmax 与损失</translation>
    </message>
    <message>
        <source>An expression of one&apos;s own</source>
        <translation>自己的表达式</translation>
    </message>
    <message>
        <source>Two layers, ReLU</source>
        <translation>两层，ReLU</translation>
    </message>
    <message>
        <source>Two layers, sigmoid</source>
        <translation>两层，sigmoid</translation>
    </message>
    <message>
        <source>Three layers with batch normalisation</source>
        <translation>三层，带批规范化</translation>
    </message>
    <message>
        <source>SimpleConvNet, convolutional</source>
        <translation>SimpleConvNet，卷积网络</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not divided by the batch size</source>
        <translation>没有除以批大小</translation>
    </message>
    <message>
        <source>gradient of b1 forgotten</source>
        <translation>忘了 b1 的梯度</translation>
    </message>
    <message>
        <source>last W: two columns mixed up</source>
        <translation>最后的 W：两列弄反</translation>
    </message>
    <message>
        <source>Book: two apples and the tax (5.1)</source>
        <translation>书中：两个苹果与消费税（5.1）</translation>
    </message>
    <message>
        <source>Forward the price becomes 220; backward the derivatives appear below the edges: one yen more for an apple costs 2.2 more in all. Drag a number with ↕ up or down.</source>
        <translation>正向得到总价 220；反向时导数出现在边的下方：苹果每贵 1 日元，总价增加 2.2 日元。上下拖动带 ↕ 的数试试。</translation>
    </message>
    <message>
        <source>Book: apples and oranges (5.4)</source>
        <translation>书中：苹果和橘子（5.4）</translation>
    </message>
    <message>
        <source>715 in all. Watch what a node does on the way back: + hands on what it gets, × swaps its two inputs.</source>
        <translation>一共 715。注意节点在反向时做什么：+ 把得到的值原样传下去，× 交换两个输入。</translation>
    </message>
    <message>
        <source>ReLU: a switch (5.5.1)</source>
        <translation>ReLU：开关（5.5.1）</translation>
    </message>
    <message>
        <source>Both ReLUs are handed the same derivative; the one that got a number below zero lets nothing through. Drag x2 across zero.</source>
        <translation>两个 ReLU 得到相同的导数；输入小于零的那个什么也不让通过。把 x2 拖过零点。</translation>
    </message>
    <message>
        <source>The sigmoid taken apart (5.5.2)</source>
        <translation>拆开的 sigmoid（5.5.2）</translation>
    </message>
    <message>
        <source>× −1, exp, + 1, ÷: four simple nodes, and what comes out at x is y (1 − y). Drag x: far from zero hardly anything gets through.</source>
        <translation>× −1、exp、+ 1、÷：四个简单的节点，到 x 处得到的是 y (1 − y)。拖动 x：离零远的地方几乎什么也传不过来。</translation>
    </message>
    <message>
        <source>Affine, softmax and loss (5.6)</source>
        <translation>Affine、softmax 与损失（5.6）</translation>
    </message>
    <message>
        <source>The nodes carry matrices, and each derivative has the shape of its value. Softmax with loss hands back y − t: try another right class.</source>
        <translation>节点上流动的是矩阵，每个导数与它的值形状相同。Softmax-with-Loss 传回 y − t：换一个正确类别试试。</translation>
    </message>
    <message>
        <source>x is used twice: its derivative comes back along two edges, and the two are added. Type any expression; its graph is built and differentiated exactly.</source>
        <translation>x 被使用两次：它的导数沿两条边传回，再相加。可以输入任意表达式，会画出它的图并精确求导。</translation>
    </message>
    <message>
        <source>TwoLayerNet, layer by layer (5.7)</source>
        <translation>TwoLayerNet，逐层（5.7）</translation>
    </message>
    <message>
        <source>A batch of 100 digits walks down through the layers; the derivatives walk up again in the same shapes.</source>
        <translation>一批 100 个数字向下通过各层；导数以同样的形状再向上走回来。</translation>
    </message>
    <message>
        <source>SimpleConvNet, layer by layer</source>
        <translation>SimpleConvNet，逐层</translation>
    </message>
    <message>
        <source>Images keep their four axes until the affine layer flattens them; on the way back it gives them their axes again.</source>
        <translation>图像一直保持四个轴，直到 Affine 层把它们展平；反向时它再把这些轴还回去。</translation>
    </message>
    <message>
        <source>Gradient check: TwoLayerNet (5.7.3)</source>
        <translation>梯度确认：TwoLayerNet（5.7.3）</translation>
    </message>
    <message>
        <source>Backprop and the numerical gradient differ only behind the seventh decimal. Choose a mistake: which bars jump over the line?</source>
        <translation>反向传播与数值微分只在小数第七位之后才不同。选一个错误：哪些条形会越过虚线？</translation>
    </message>
    <message>
        <source>Filters, biases and affine layers alike. With a larger h more and more ReLUs and maxima switch within reach, and more numbers have to be left out.</source>
        <translation>滤波器、偏置和 Affine 层都一样。h 越大，范围内发生切换的 ReLU 和最大值就越多，不能比较的数也越多。</translation>
    </message>
    <message>
        <source>Gradient check: batch normalisation</source>
        <translation>梯度确认：批规范化</translation>
    </message>
    <message>
        <source>γ and β are checked too. The biases before a normalisation have the derivative 0: it subtracts them again.</source>
        <translation>γ 和 β 也要确认。规范化之前的偏置导数为 0：规范化又把它减掉了。</translation>
    </message>
    <message>
        <source>Gradient check: a mistake is found</source>
        <translation>梯度确认：发现错误</translation>
    </message>
    <message>
        <source>Two columns of the last gradient were mixed up. The network would still learn, only badly; the check sees at once where the mistake is.</source>
        <translation>最后一个梯度的两列被弄反了。网络仍能学习，只是学得差；梯度确认立刻看出错在哪里。</translation>
    </message>
    <message>
        <source>expression: character {number}, at {place}: {problem}</source>
        <translation>表达式：第 {number} 个字符，{place} 处：{problem}</translation>
    </message>
    <message>
        <source>expression: at the end: {problem}</source>
        <translation>表达式：末尾：{problem}</translation>
    </message>
    <message>
        <source>“{found}” is not known; allowed are names, numbers, + - * / **, parentheses and the functions {functions}</source>
        <translation>“{found}”无法识别；可以使用名称、数、+ - * / **、括号和函数 {functions}</translation>
    </message>
    <message>
        <source>an operator such as + or * was expected here</source>
        <translation>这里应有 + 或 * 等运算符</translation>
    </message>
    <message>
        <source>a number, a name, a function or a parenthesis was expected here</source>
        <translation>这里应有数、名称、函数或括号</translation>
    </message>
    <message>
        <source>“{sign}” was expected here</source>
        <translation>这里应有“{sign}”</translation>
    </message>
    <message>
        <source>{function} takes {arity} arguments, not {given}</source>
        <translation>{function} 需要 {arity} 个参数，而不是 {given} 个</translation>
    </message>
    <message>
        <source>{number} is too large</source>
        <translation>{number} 太大</translation>
    </message>
    <message>
        <source>nested more than {depth} deep</source>
        <translation>嵌套超过 {depth} 层</translation>
    </message>
    <message>
        <source>longer than the {length} characters allowed</source>
        <translation>超过允许的 {length} 个字符</translation>
    </message>
    <message>
        <source>expression: its graph has {count} nodes, more than the {most} that can be drawn</source>
        <translation>表达式：它的图有 {count} 个节点，超过能画出的 {most} 个</translation>
    </message>
    <message>
        <source>values: character {number}, at {place}: a name and a number such as x = 2 were expected, with commas between</source>
        <translation>变量的值：第 {number} 个字符，{place} 处：应为名称和数，例如 x = 2，之间用逗号分隔</translation>
    </message>
    <message>
        <source>values: {name} is outside −{largest} to {largest}</source>
        <translation>变量的值：{name} 超出 −{largest} 到 {largest} 的范围</translation>
    </message>
    <message>
        <source>Forward first: from the inputs to the result L</source>
        <translation>先正向：从输入到结果 L</translation>
    </message>
    <message>
        <source>No value was given for {names}: 1 is taken</source>
        <translation>没有给出 {names} 的值：取 1</translation>
    </message>
    <message>
        <source>Forward: {calculation} = {value}</source>
        <translation>正向：{calculation} = {value}</translation>
    </message>
    <message>
        <source>Backward: + hands {given} on to both inputs as it is</source>
        <translation>反向：+ 把 {given} 原样传给两个输入</translation>
    </message>
    <message>
        <source>Backward: × swaps its inputs: {first} goes to the first, {second} to the second</source>
        <translation>反向：× 交换输入：{first} 传给第一个，{second} 传给第二个</translation>
    </message>
    <message>
        <source>{given} × {other}</source>
        <translation>{given} × {other}</translation>
    </message>
    <message>
        <source>Backward: relu got {x} above 0 and lets {given} through</source>
        <translation>反向：relu 的输入 {x} 大于 0，让 {given} 通过</translation>
    </message>
    <message>
        <source>Backward: relu got {x}, not above 0, and blocks: 0</source>
        <translation>反向：relu 的输入 {x} 不大于 0，阻断：0</translation>
    </message>
    <message>
        <source>Backward: {name} multiplies {given} by its own derivative, {local}</source>
        <translation>反向：{name} 把 {given} 乘以自己的导数 {local}</translation>
    </message>
    <message>
        <source>L = {value}; {derivatives}</source>
        <translation>L = {value}；{derivatives}</translation>
    </message>
    <message>
        <source>All derivatives agree with the numerical ones: ✓</source>
        <translation>所有导数都与数值微分一致：✓</translation>
    </message>
    <message>
        <source>Not so numerically: {names}. Is there a kink, or is a number too large?</source>
        <translation>与数值微分不一致：{names}。那里有折点，或者数太大？</translation>
    </message>
    <message>
        <source>{calculation} is not defined, and so neither is the result: change an input</source>
        <translation>{calculation} 没有定义，结果也就没有定义：请改变一个输入</translation>
    </message>
    <message>
        <source>y (1 − y) = {value}: the four nodes together are one sigmoid node</source>
        <translation>y (1 − y) = {value}：四个节点合起来就是一个 sigmoid 节点</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>Section {section}</source>
        <translation>第 {section} 节</translation>
    </message>
    <message>
        <source>Expected: {numbers}</source>
        <translation>预期：{numbers}</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Run it now, and compare with the book</source>
        <translation>现在运行，并与书中的结论比较</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show the preset that this is about</source>
        <translation>载入与之对应的预设</translation>
    </message>
    <message>
        <source>Being tried …</source>
        <translation>正在验证……</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>全部验证</translation>
    </message>
    <message>
        <source>Try every claim of this lab, except those that take long</source>
        <translation>验证本实验的所有结论（耗时较长的除外）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>停止验证</translation>
    </message>
    <message>
        <source>How much of the claim is done</source>
        <translation>当前结论的验证进度</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <translation>{count} 个种子</translation>
    </message>
    <message>
        <source>takes long</source>
        <translation>耗时较长</translation>
    </message>
    <message>
        <source>✓ Holds: {numbers}</source>
        <translation>✓ 成立：{numbers}</translation>
    </message>
    <message>
        <source>✗ Does not hold: {numbers}</source>
        <translation>✗ 不成立：{numbers}</translation>
    </message>
    <message>
        <source>What the book says, to be tried here</source>
        <translation>书中的结论，可在此逐条验证</translation>
    </message>
</context>
<context>
    <name>class</name>
    <message>
        <source>The class can see and change this</source>
        <translation>学生可以看到并修改此项</translation>
    </message>
    <message>
        <source>Note to the class</source>
        <translation>给学生的话</translation>
    </message>
    <message>
        <source>Save for the class</source>
        <translation>为课堂保存</translation>
    </message>
    <message>
        <source>Shown only when the class has changed what is ticked above:</source>
        <translation>只有学生改动了上面勾选的设置，下面这些才会出现：</translation>
    </message>
    <message>
        <source>What should the class look for?</source>
        <translation>希望学生观察什么？</translation>
    </message>
    <message>
        <source>The file opens {lab} with the settings and the seed that it has now, and shows only what is ticked here.</source>
        <translation>打开此文件时，“{lab}”会使用现在的设置和随机种子，并且只显示此处勾选的项目。</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Stands over the picture; may be left empty</source>
        <translation>显示在图的上方，可以留空</translation>
    </message>
    <message>
        <source>{count} characters left</source>
        <translation>还可输入 {count} 个字符</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Leave the class and show all controls of this lab</source>
        <translation>离开课堂，显示此实验的所有控件</translation>
    </message>
    <message>
        <source>Only what this class needs is shown.</source>
        <translation>这里只显示本课所需的内容。</translation>
    </message>
    <message>
        <source>Classroom file</source>
        <translation>课堂文件</translation>
    </message>
</context>
<context>
    <name>classroom</name>
    <message>
        <source>{path}: not a classroom file ({reason})</source>
        <translation>{path}：不是课堂文件（{reason}）</translation>
    </message>
    <message>
        <source>{path}: written for version {given} of classroom files; this FishLab reads {own}</source>
        <translation>{path}：这是第 {given} 版的课堂文件，而此 FishLab 只能读第 {own} 版</translation>
    </message>
    <message>
        <source>{path}: “{name}” must be {kind}</source>
        <translation>{path}：“{name}”应为{kind}</translation>
    </message>
    <message>
        <source>{path}: there is no lab named {lab}</source>
        <translation>{path}：没有名为 {lab} 的实验</translation>
    </message>
    <message>
        <source>{path}: {lab} has no preset named {preset}</source>
        <translation>{path}：{lab} 没有名为 {preset} 的预设</translation>
    </message>
    <message>
        <source>{path}: {lab} has no control named {control}</source>
        <translation>{path}：{lab} 没有名为 {control} 的控件</translation>
    </message>
    <message>
        <source>{path}: {lab} has no parameter named {name}</source>
        <translation>{path}：{lab} 没有名为 {name} 的参数</translation>
    </message>
    <message>
        <source>{path}: {complaint}</source>
        <translation>{path}：{complaint}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text of at most 600 characters</source>
        <translation>不超过 600 个字符的文本</translation>
    </message>
    <message>
        <source>an object of names and values</source>
        <translation>由名称和值组成的对象</translation>
    </message>
    <message>
        <source>a whole number from 0 to 2147483647</source>
        <translation>0 到 2147483647 之间的整数</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名称的列表</translation>
    </message>
</context>
<context>
    <name>cnn</name>
    <message>
        <source>output {height} × {width}</source>
        <translation>输出 {height} × {width}</translation>
    </message>
    <message>
        <source>Image, filter and output</source>
        <translation>图像、滤波器和输出</translation>
    </message>
    <message>
        <source>Arrow keys go from cell to cell; plus, minus and digits change it</source>
        <translation>方向键在元素之间移动；加号、减号和数字键改变数值</translation>
    </message>
    <message>
        <source>Click or drag in the image or the filter</source>
        <translation>在图像或滤波器上单击或拖动</translation>
    </message>
    <message>
        <source>The products under the window, and their sum</source>
        <translation>窗口下的乘积及其总和</translation>
    </message>
    <message>
        <source>Products and sum</source>
        <translation>乘积与总和</translation>
    </message>
    <message>
        <source>click a cell: one more · right click: one less · drag paints</source>
        <translation>单击元素：加一 · 右键单击：减一 · 拖动：涂抹</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>{count} products of channel {number}</source>
        <translation>通道 {number} 的 {count} 个乘积</translation>
    </message>
    <message>
        <source>image {height} × {width}</source>
        <translation>图像 {height} × {width}</translation>
    </message>
    <message>
        <source>filter {height} × {width}</source>
        <translation>滤波器 {height} × {width}</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>A PNG, JPEG or other picture; it can also be dropped here</source>
        <translation>PNG、JPEG 等格式的图片；也可以拖放到这里</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take a new sheet</source>
        <translation>换一张新纸</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Draw a digit of one&apos;s own</source>
        <translation>自己写一个数字</translation>
    </message>
    <message>
        <source>Blue is positive, orange negative; below: how much neighbouring weights agree</source>
        <translation>蓝色为正，橙色为负；下方是相邻权重的一致程度</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>before learning</source>
        <translation>学习前</translation>
    </message>
    <message>
        <source>after {step} steps</source>
        <translation>学习 {step} 步后</translation>
    </message>
    <message>
        <source>Filters before learning</source>
        <translation>学习前的滤波器</translation>
    </message>
    <message>
        <source>Filters now</source>
        <translation>现在的滤波器</translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation>mini-batch 的损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试精度</translation>
    </message>
    <message>
        <source>structure: neighbours agree</source>
        <translation>结构：相邻权重的一致</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>滤波器 {number}</translation>
    </message>
    <message>
        <source>Move over a row or a cell of the output: its window lights up</source>
        <translation>把鼠标移到某一行或某个输出元素上：对应的窗口会亮起</translation>
    </message>
    <message>
        <source>Image and output</source>
        <translation>图像和输出</translation>
    </message>
    <message>
        <source>Column matrix, filters and product</source>
        <translation>展开后的矩阵、滤波器和乘积</translation>
    </message>
    <message>
        <source>nested loops</source>
        <translation>嵌套循环</translation>
    </message>
    <message>
        <source>im2col and a product</source>
        <translation>im2col 与矩阵乘积</translation>
    </message>
    <message>
        <source>the fast layer</source>
        <translation>快速卷积层</translation>
    </message>
    <message>
        <source>way</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>最大差</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Row {row}: the window at row {i}, column {j} of the image, laid out in one line; times each filter it gives {values}</source>
        <translation>第 {row} 行：图像中第 {i} 行第 {j} 列处的窗口展开成一行；与各滤波器相乘得到 {values}</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation>输出 {number}</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>column matrix</source>
        <translation>展开后的矩阵</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>{name}, map {number}</source>
        <translation>{name}，特征图 {number}</translation>
    </message>
    <message>
        <source>picture {height} × {width}</source>
        <translation>图片 {height} × {width}</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>Answers of the layers</source>
        <translation>各层的输出</translation>
    </message>
    <message>
        <source>Click a map to enlarge it; arrows go from map to map</source>
        <translation>点击特征图可放大；方向键切换特征图</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>The frame is what one cell of the map sees</source>
        <translation>方框是特征图中一个元素所看到的区域</translation>
    </message>
    <message>
        <source>The chosen map</source>
        <translation>选中的特征图</translation>
    </message>
    <message>
        <source>Move over a cell to see where it looks</source>
        <translation>把鼠标移到某个元素上，看它在看哪里</translation>
    </message>
    <message>
        <source>Filter of the chosen map</source>
        <translation>选中特征图的滤波器</translation>
    </message>
    <message>
        <source>Blue is positive, orange negative</source>
        <translation>蓝色为正，橙色为负</translation>
    </message>
    <message>
        <source>{name}, all {count} units</source>
        <translation>{name}，全部 {count} 个单元</translation>
    </message>
    <message>
        <source>Cell ({row}, {column}) = {value}. It sees {size} × {size} pixels; the next cell sees as many, {jump} further on.</source>
        <translation>元素 ({row}, {column}) = {value}。它看到 {size} × {size} 个像素；下一个元素看到同样多的像素，位置相差 {jump}。</translation>
    </message>
    <message>
        <source>unit {unit}: {value}</source>
        <translation>单元 {unit}：{value}</translation>
    </message>
    <message>
        <source>Every unit of {name} sees the whole picture.</source>
        <translation>{name} 的每个单元都看到整幅图像。</translation>
    </message>
    <message>
        <source>{title}, row {row}, column {column}: {value}</source>
        <translation>{title}，第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>Image and pooled output</source>
        <translation>图像与池化后的输出</translation>
    </message>
    <message>
        <source>Click or drag in the image</source>
        <translation>在图像上单击或拖动</translation>
    </message>
    <message>
        <source>Orange: what the shift has changed. Cells that are 0 before and after are paper and are not counted.</source>
        <translation>橙色：平移后发生变化的部分。平移前后都是 0 的元素是空白，不计入。</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>池化后</translation>
    </message>
    <message>
        <source>image, shifted</source>
        <translation>平移后的图像</translation>
    </message>
    <message>
        <source>pooled, shifted</source>
        <translation>平移后再池化</translation>
    </message>
    <message>
        <source>unchanged without pooling</source>
        <translation>无池化时不变的比例</translation>
    </message>
    <message>
        <source>unchanged with pooling</source>
        <translation>池化后不变的比例</translation>
    </message>
    <message>
        <source>before the shift: {value}</source>
        <translation>平移前：{value}</translation>
    </message>
    <message>
        <source>Blue: more ink here raises the score; orange: it lowers the score</source>
        <translation>蓝色：此处墨迹增多会提高得分；橙色：会降低得分</translation>
    </message>
    <message>
        <source>The size of the gradient, whatever its sign</source>
        <translation>梯度的大小，不论正负</translation>
    </message>
    <message>
        <source>How much probability is lost when a patch of 5 × 5 is painted over</source>
        <translation>遮住 5 × 5 的小块时损失多少概率</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of every digit</source>
        <translation>每个数字的概率</translation>
    </message>
    <message>
        <source>Click a bar to ask for the score of that digit</source>
        <translation>点击柱子，查看该数字的得分由哪些像素决定</translation>
    </message>
    <message>
        <source>the digit</source>
        <translation>数字图像</translation>
    </message>
    <message>
        <source>∂ score of {target} / ∂ pixel</source>
        <translation>∂ {target} 的得分 / ∂ 像素</translation>
    </message>
    <message>
        <source>saliency: its size</source>
        <translation>显著性：梯度的大小</translation>
    </message>
    <message>
        <source>occlusion: what cannot be missed</source>
        <translation>遮挡：缺了就认不出的部分</translation>
    </message>
    <message>
        <source>padding: 0</source>
        <translation>填充：0</translation>
    </message>
    <message>
        <source>click: one more · right click: one less · drag paints</source>
        <translation>单击：加一 · 右键单击：减一 · 拖动：涂抹</translation>
    </message>
    <message>
        <source>The trained network that is looked into</source>
        <translation>要观察内部的已训练网络</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Convolution cell by cell, as a matrix product, pooling, filters while they learn, feature maps of any picture, and what a network looks at</source>
        <translation>逐个元素的卷积、作为矩阵乘积的卷积、池化、学习中的滤波器、任意图片的特征图，以及网络在看哪里</translation>
    </message>
    <message>
        <source>The book&apos;s 4×4 image and 3×3 filter give 15, 16, 6, 15</source>
        <translation>书中 4×4 的图像与 3×3 的滤波器得到 15、16、6、15</translation>
    </message>
    <message>
        <source>A bias of 3 is added to every cell: 18, 19, 9, 18</source>
        <translation>偏置 3 加到每个元素上：18、19、9、18</translation>
    </message>
    <message>
        <source>With a padding of 1 the 4×4 output begins 7, 12, 10, 2</source>
        <translation>填充为 1 时，4×4 的输出以 7、12、10、2 开头</translation>
    </message>
    <message>
        <source>The output has (H + 2P − FH)/S + 1 rows, rounded down where the division leaves a remainder</source>
        <translation>输出有 (H + 2P − FH)/S + 1 行，除不尽时向下取整</translation>
    </message>
    <message>
        <source>Convolution by im2col and by the fast layer equals that by nested loops</source>
        <translation>用 im2col 和快速卷积层得到的结果与嵌套循环相同</translation>
    </message>
    <message>
        <source>Max pooling of the book&apos;s image gives 2, 3, 4, 2</source>
        <translation>书中图像的 Max 池化得到 2、3、4、2</translation>
    </message>
    <message>
        <source>Pooling forgives a shift by one pixel: over 1,000 digits more of the numbers stay as they were with pooling than without</source>
        <translation>池化对一个像素的平移具有鲁棒性：在 1000 个数字上，池化后保持不变的数比没有池化时多</translation>
    </message>
    <message>
        <source>First-layer filters gain structure by learning: neighbouring weights come to agree (over 3 seeds)</source>
        <translation>第 1 层的滤波器通过学习获得结构：相邻权重趋于一致（3 个随机种子）</translation>
    </message>
    <message>
        <source>The network looks at the digit: its score depends more on pixels in the box of the ink, and only patches there cost probability (over 12 digits)</source>
        <translation>网络在看数字本身：得分更依赖墨迹外框内的像素，也只有遮住那里才会损失概率（12 个数字）</translation>
    </message>
    <message>
        <source>From scratch, SimpleConvNet reads at least 98.9 % of MNIST&apos;s test digits</source>
        <translation>从头训练的 SimpleConvNet 能正确识别至少 98.9 % 的 MNIST 测试数字</translation>
    </message>
    <message>
        <source>im2col − loops</source>
        <translation>im2col − 循环</translation>
    </message>
    <message>
        <source>fast layer − loops</source>
        <translation>快速层 − 循环</translation>
    </message>
    <message>
        <source>share without</source>
        <translation>无池化的比例</translation>
    </message>
    <message>
        <source>gain by pooling</source>
        <translation>池化带来的增加</translation>
    </message>
    <message>
        <source>highest before</source>
        <translation>学习前的最高值</translation>
    </message>
    <message>
        <source>lowest after</source>
        <translation>学习后的最低值</translation>
    </message>
    <message>
        <source>inside / outside</source>
        <translation>框内 / 框外</translation>
    </message>
    <message>
        <source>probability lost</source>
        <translation>损失的概率</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>OH = (H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {OH}</source>
        <translation>OH = (H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {OH}</translation>
    </message>
    <message>
        <source>(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} is no whole number: the filter has {OH} places, and the last {left} rows and columns are never looked at</source>
        <translation>(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} 不是整数：滤波器有 {OH} 个位置，最后的行与列（各 {left}）永远不会被看到</translation>
    </message>
    <message>
        <source>(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} is no whole number: the filter has {OH} places, and the last row and column are never looked at</source>
        <translation>(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} 不是整数：滤波器有 {OH} 个位置，最后一行和最后一列永远不会被看到</translation>
    </message>
    <message>
        <source>The filter of {FH} × {FH} does not fit into {H} + 2·{P} = {room} rows: enlarge the image or the padding, or take a smaller filter</source>
        <translation>{FH} × {FH} 的滤波器放不进 {H} + 2·{P} = {room} 行：请增大图像或填充，或者用更小的滤波器</translation>
    </message>
    <message>
        <source>The output is as large as the image: this is what padding is for</source>
        <translation>输出与图像一样大：填充正是为此</translation>
    </message>
    <message>
        <source>Neighbouring weights of a filter agree: correlation {before} before learning, {now} now</source>
        <translation>滤波器中相邻权重的相关系数：学习前 {before}，现在 {now}</translation>
    </message>
    <message>
        <source>Drawn at random, the filters have no structure yet: {now}</source>
        <translation>随机初始化的滤波器还没有结构：{now}</translation>
    </message>
    <message>
        <source>The recipe has diverged: {reason}. Try another seed.</source>
        <translation>按配方的学习已发散：{reason}。请换一个种子。</translation>
    </message>
    <message>
        <source>{correct} of {total} test digits are read rightly: {accuracy}</source>
        <translation>{total} 个测试数字中有 {correct} 个识别正确：{accuracy}</translation>
    </message>
    <message>
        <source>The digits cannot be loaded: {reason}</source>
        <translation>无法加载数字：{reason}</translation>
    </message>
    <message>
        <source>Loops, im2col and the fast layer agree: the largest difference is {difference}</source>
        <translation>循环、im2col 和快速卷积层的结果一致：最大差为 {difference}</translation>
    </message>
    <message>
        <source>The three ways differ by {difference}</source>
        <translation>三种方法的差为 {difference}</translation>
    </message>
    <message>
        <source>Four digits, eight 5×5 filters: loops {loops} ms, im2col {im2col} ms, the fast layer {fast} ms; the product is {times} times as fast as the loops</source>
        <translation>四个数字，八个 5×5 滤波器：循环 {loops} 毫秒，im2col {im2col} 毫秒，快速层 {fast} 毫秒；矩阵乘积的速度是循环的 {times} 倍</translation>
    </message>
    <message>
        <source>Read as {digit}, with a probability of {certainty}</source>
        <translation>识别为 {digit}，概率为 {certainty}</translation>
    </message>
    <message>
        <source>Read as {digit}, with a probability of {certainty}; it is a {label}</source>
        <translation>识别为 {digit}，概率为 {certainty}；其实是 {label}</translation>
    </message>
    <message>
        <source>{count} filters of 5 × 5 on a picture of {height} × {width}: edges and blobs stand out</source>
        <translation>{count} 个 5 × 5 的滤波器用在 {height} × {width} 的图片上：边缘和斑块变得突出</translation>
    </message>
    <message>
        <source>A picture of {height} × {width} pixels is too small for a filter of 5 × 5</source>
        <translation>{height} × {width} 像素的图片对 5 × 5 的滤波器来说太小</translation>
    </message>
    <message>
        <source>{name}: a cell is channel, row, column (whole numbers from 0) and a value from −99 to 99</source>
        <translation>{name}：一个元素由通道、行、列（从 0 起的整数）和 −99 到 99 的数值组成</translation>
    </message>
    <message>
        <source>Convolution, cell by cell</source>
        <translation>逐个元素的卷积</translation>
    </message>
    <message>
        <source>im2col: convolution as a product</source>
        <translation>im2col：卷积变成矩阵乘积</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Filters that learn</source>
        <translation>学习中的滤波器</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Saliency: what the network looks at</source>
        <translation>显著性：网络在看哪里</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>A few cells</source>
        <translation>几个元素</translation>
    </message>
    <message>
        <source>A handwritten digit</source>
        <translation>一个手写数字</translation>
    </message>
    <message>
        <source>Sample (5,000 digits)</source>
        <translation>样本（5000 个数字）</translation>
    </message>
    <message>
        <source>All of MNIST (60,000 digits)</source>
        <translation>完整的 MNIST（60000 个数字）</translation>
    </message>
    <message>
        <source>So many steps of Adam</source>
        <translation>用 Adam 学习若干步</translation>
    </message>
    <message>
        <source>The whole recipe of the shipped weights</source>
        <translation>随附权重的完整训练方案</translation>
    </message>
    <message>
        <source>A test digit</source>
        <translation>一个测试数字</translation>
    </message>
    <message>
        <source>A drawing of one&apos;s own</source>
        <translation>自己写的数字</translation>
    </message>
    <message>
        <source>A picture of one&apos;s own</source>
        <translation>自己的图片</translation>
    </message>
    <message>
        <source>Every layer, for one digit</source>
        <translation>一个数字在每一层</translation>
    </message>
    <message>
        <source>The first filters on a whole picture</source>
        <translation>第 1 层滤波器用于整幅图片</translation>
    </message>
    <message>
        <source>the digit that is read</source>
        <translation>识别出的数字</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5</source>
        <translation>5</translation>
    </message>
    <message>
        <source>6</source>
        <translation>6</translation>
    </message>
    <message>
        <source>7</source>
        <translation>7</translation>
    </message>
    <message>
        <source>8</source>
        <translation>8</translation>
    </message>
    <message>
        <source>9</source>
        <translation>9</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Size of the image</source>
        <translation>图像的大小</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Size of the filter</source>
        <translation>滤波器的大小</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器个数</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Race against the loops</source>
        <translation>与循环比速度</translation>
    </message>
    <message>
        <source>Pooling by</source>
        <translation>池化方式</translation>
    </message>
    <message>
        <source>Size of the window</source>
        <translation>窗口的大小</translation>
    </message>
    <message>
        <source>Stride of the window</source>
        <translation>窗口的步幅</translation>
    </message>
    <message>
        <source>Shift to the right</source>
        <translation>向右平移</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>epoch 数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Number of the digit</source>
        <translation>数字的编号</translation>
    </message>
    <message>
        <source>File of the picture</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>Score of</source>
        <translation>哪个得分</translation>
    </message>
    <message>
        <source>Painted cells</source>
        <translation>涂改的元素</translation>
    </message>
    <message>
        <source>Painted weights</source>
        <translation>涂改的权重</translation>
    </message>
    <message>
        <source>Pen strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Which of the chapter&apos;s pictures to look at</source>
        <translation>看这一章的哪一幅图</translation>
    </message>
    <message>
        <source>What is pooled: cells that can be changed, or a digit</source>
        <translation>对什么做池化：可以修改的元素，或一个数字</translation>
    </message>
    <message>
        <source>H and W, without the padding</source>
        <translation>H 和 W，不含填充</translation>
    </message>
    <message>
        <source>C: image and filter have as many; their products are added up (7.2.5)</source>
        <translation>C：图像与滤波器的通道数相同，各通道的乘积相加（7.2.5）</translation>
    </message>
    <message>
        <source>FH and FW</source>
        <translation>FH 和 FW</translation>
    </message>
    <message>
        <source>FN: each is one column of the product (7.2.6)</source>
        <translation>FN：每个滤波器对应乘积的一列（7.2.6）</translation>
    </message>
    <message>
        <source>P: rings of zeros around the image (7.2.3)</source>
        <translation>P：图像周围补几圈 0（7.2.3）</translation>
    </message>
    <message>
        <source>S: how far the window moves at a time (7.2.4)</source>
        <translation>S：窗口每次移动的距离（7.2.4）</translation>
    </message>
    <message>
        <source>One number, added to every cell of the output</source>
        <translation>加到输出每个元素上的一个数</translation>
    </message>
    <message>
        <source>Convolve four digits with eight 5×5 filters by nested loops, by im2col and with the fast layer; the times are this computer&apos;s</source>
        <translation>分别用嵌套循环、im2col 和快速卷积层对四个数字做八个 5×5 滤波器的卷积；时间在本机测得</translation>
    </message>
    <message>
        <source>The largest number of a window, or the mean of all</source>
        <translation>窗口中的最大值，或全部的平均值</translation>
    </message>
    <message>
        <source>A window of 1 is no pooling at all</source>
        <translation>窗口为 1 就等于没有池化</translation>
    </message>
    <message>
        <source>Usually as large as the window</source>
        <translation>通常与窗口的大小相同</translation>
    </message>
    <message>
        <source>Pixels by which the second image is shifted, to see what pooling makes of it</source>
        <translation>第二幅图像平移的像素数，用来观察池化的效果</translation>
    </message>
    <message>
        <source>The recipe varies the digits and lowers the rate; it takes minutes, not seconds</source>
        <translation>完整方案会对数字做数据扩充并逐渐降低学习率，需要几分钟而不是几秒</translation>
    </message>
    <message>
        <source>MNIST has to be on this computer: see “fishlab data”</source>
        <translation>本机须有 MNIST：参见 “fishlab data”</translation>
    </message>
    <message>
        <source>Mini-batches of 100 digits</source>
        <translation>每个 mini-batch 有 100 个数字</translation>
    </message>
    <message>
        <source>Of Adam; may be changed while it learns</source>
        <translation>Adam 的学习率；学习过程中可以改变</translation>
    </message>
    <message>
        <source>How often every digit is seen; the shipped weights saw 15</source>
        <translation>每个数字被看到的次数；随附的权重训练了 15 个 epoch</translation>
    </message>
    <message>
        <source>A filter is not bound to 28 × 28 pixels: it can go over any picture (7.6.1)</source>
        <translation>滤波器不限于 28 × 28 的图像，可以用于任意图片（7.6.1）</translation>
    </message>
    <message>
        <source>A picture may also be dropped on the view</source>
        <translation>也可以把图片拖放到视图上</translation>
    </message>
    <message>
        <source>Which of the sample&apos;s 1,000 test digits</source>
        <translation>样本的 1000 个测试数字中的哪一个</translation>
    </message>
    <message>
        <source>A PNG or JPEG; the button in the view opens one too</source>
        <translation>PNG 或 JPEG；也可以用视图中的按钮打开</translation>
    </message>
    <message>
        <source>The class whose score is differentiated by the pixels of the digit</source>
        <translation>求哪个类别的得分对各像素的导数</translation>
    </message>
    <message>
        <source>The picture cannot be used: {reason}</source>
        <translation>无法使用这张图片：{reason}</translation>
    </message>
    <message>
        <source>No picture is chosen yet: open one, drop one on the view, or type its path</source>
        <translation>还没有选择图片：请打开一张、拖放到视图上，或输入路径</translation>
    </message>
    <message>
        <source>Nothing is drawn yet: draw a digit on the pad</source>
        <translation>还没有写数字：请在画板上写一个</translation>
    </message>
    <message>
        <source>Shifted by {shift}: {plain} of the numbers stay as they were without pooling, {pooled} with it</source>
        <translation>平移 {shift}：没有池化时 {plain} 的数保持不变，池化后 {pooled} 保持不变</translation>
    </message>
    <message>
        <source>Over {count} digits: {plain} stay without pooling, {pooled} with it</source>
        <translation>在 {count} 个数字上：没有池化时 {plain} 不变，池化后 {pooled} 不变</translation>
    </message>
    <message>
        <source>A window of {size} does not fit into an image of {side}</source>
        <translation>大小为 {size} 的窗口放不进大小为 {side} 的图像</translation>
    </message>
    <message>
        <source>The book&apos;s convolution</source>
        <translation>书中的卷积</translation>
    </message>
    <message>
        <source>Nine products, one sum, one cell of the output; then the window moves on. Click into image or filter to change a number.</source>
        <translation>九个乘积，一个和，输出的一个元素；然后窗口继续移动。单击图像或滤波器可以改变数值。</translation>
    </message>
    <message>
        <source>With a bias of 3</source>
        <translation>加上偏置 3</translation>
    </message>
    <message>
        <source>One bias for the whole filter: 3 is added to every cell.</source>
        <translation>整个滤波器只有一个偏置：每个元素都加 3。</translation>
    </message>
    <message>
        <source>Padding keeps the size</source>
        <translation>填充保持大小</translation>
    </message>
    <message>
        <source>A ring of zeros around the 4 × 4 image: the output is 4 × 4 again.</source>
        <translation>在 4 × 4 的图像周围补一圈 0：输出仍是 4 × 4。</translation>
    </message>
    <message>
        <source>Stride 2</source>
        <translation>步幅 2</translation>
    </message>
    <message>
        <source>7 × 7, moving by 2: (7 − 3)/2 + 1 = 3. Make the image 8 large, and the division does not work out any more.</source>
        <translation>7 × 7，每次移动 2：(7 − 3)/2 + 1 = 3。把图像改成 8，就除不尽了。</translation>
    </message>
    <message>
        <source>Three channels</source>
        <translation>三个通道</translation>
    </message>
    <message>
        <source>The filter is as deep as the image: 27 products are added up to one number, and the output has one channel.</source>
        <translation>滤波器与图像的通道数相同：27 个乘积加成一个数，输出只有一个通道。</translation>
    </message>
    <message>
        <source>Windows as rows</source>
        <translation>窗口展开成行</translation>
    </message>
    <message>
        <source>Move over a row of the column matrix or a cell of the output: its window lights up in the image, its row in the product.</source>
        <translation>把鼠标移到展开后矩阵的某一行或某个输出元素上：图像中的窗口和乘积中的对应行会亮起。</translation>
    </message>
    <message>
        <source>Loops against a product</source>
        <translation>循环与矩阵乘积</translation>
    </message>
    <message>
        <source>The same numbers three ways: nested loops, im2col with one matrix product, and the fast layer. Compare the times.</source>
        <translation>三种方法得到同样的数：嵌套循环、im2col 加一次矩阵乘积、快速卷积层。比一比时间。</translation>
    </message>
    <message>
        <source>The book&apos;s max pooling</source>
        <translation>书中的 Max 池化</translation>
    </message>
    <message>
        <source>Of each 2 × 2 window only the largest number stays; nothing is learned here.</source>
        <translation>每个 2 × 2 的窗口只保留最大的数；这里没有要学习的参数。</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Average 池化</translation>
    </message>
    <message>
        <source>The mean of each window; every cell has the same share in it.</source>
        <translation>每个窗口取平均值，各元素的份额相同。</translation>
    </message>
    <message>
        <source>A shift by one pixel</source>
        <translation>平移一个像素</translation>
    </message>
    <message>
        <source>The digit moves one pixel to the right: how much of the output stays as it was, with and without pooling? Try a window of 1 and the average.</source>
        <translation>数字向右移动一个像素：有池化和没有池化时，各有多少输出保持不变？试试窗口 1 和平均值。</translation>
    </message>
    <message>
        <source>Filters gain structure</source>
        <translation>滤波器获得结构</translation>
    </message>
    <message>
        <source>Thirty filters begin as noise. Watch edges and blobs appear while the loss falls, and the agreement of neighbouring weights rise.</source>
        <translation>三十个滤波器从噪声开始。随着损失下降，边缘和斑块逐渐出现，相邻权重越来越一致。</translation>
    </message>
    <message>
        <source>What each layer answers</source>
        <translation>每一层的输出</translation>
    </message>
    <message>
        <source>Click a map to enlarge it, then move over it: the frame in the digit is what that one cell sees.</source>
        <translation>点击特征图放大，再在上面移动鼠标：数字上的方框就是那个元素看到的区域。</translation>
    </message>
    <message>
        <source>Six convolutions deep</source>
        <translation>六层卷积</translation>
    </message>
    <message>
        <source>From edges to parts of digits: the deeper the layer, the coarser its maps and the wider the window that each cell sees.</source>
        <translation>从边缘到数字的局部：层越深，特征图越粗，每个元素看到的区域越大。</translation>
    </message>
    <message>
        <source>Filters on any picture</source>
        <translation>滤波器用于任意图片</translation>
    </message>
    <message>
        <source>The thirty learned filters over a sheet of 64 digits. Drop a PNG or JPEG here to see what they make of a photograph.</source>
        <translation>把学习到的三十个滤波器用在一张有 64 个数字的图上。把 PNG 或 JPEG 拖到这里，看看它们怎样处理照片。</translation>
    </message>
    <message>
        <source>Where the network looks</source>
        <translation>网络在看哪里</translation>
    </message>
    <message>
        <source>Pixels on which the score depends, and patches without which the digit is not recognised. Ask for another digit&apos;s score to see what speaks for it.</source>
        <translation>得分依赖哪些像素，缺了哪些小块就认不出数字。换成另一个数字的得分，看看哪些像素支持它。</translation>
    </message>
    <message>
        <source>The score of {target} depends {times} times as much on a pixel in the box of the digit as on one outside</source>
        <translation>{target} 的得分对数字外框内像素的依赖是框外像素的 {times} 倍</translation>
    </message>
    <message>
        <source>Probability of {target}: {certainty}</source>
        <translation>{target} 的概率：{certainty}</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>{name} could not be downloaded; {problems}. What has come so far is kept: try again later, or put the four files of MNIST into {folder}</source>
        <translation>{name} 下载失败；{problems}。已下载的部分会保留：请稍后再试，或把 MNIST 的四个文件放入 {folder}</translation>
    </message>
    <message>
        <source>{path}: there is no such file</source>
        <translation>{path}：没有这个文件</translation>
    </message>
    <message>
        <source>{path}: not a picture that can be read ({reason})</source>
        <translation>{path}：不是可以读取的图片（{reason}）</translation>
    </message>
    <message>
        <source>{path}: cannot be read ({reason}); download it again</source>
        <translation>{path}：无法读取（{reason}）；请重新下载</translation>
    </message>
    <message>
        <source>{path}: not an idx file of bytes; download it again</source>
        <translation>{path}：不是字节型的 idx 文件；请重新下载</translation>
    </message>
    <message>
        <source>{path}: its header is cut off or strange; download it again</source>
        <translation>{path}：文件头残缺或异常；请重新下载</translation>
    </message>
    <message>
        <source>{path}: its header promises {promised} values, it holds {held}; download it again</source>
        <translation>{path}：文件头写明有 {promised} 个值，实际有 {held} 个；请重新下载</translation>
    </message>
    <message>
        <source>{folder}: no labelled pictures; put them into folders named 0 to 9, or begin their names with the digit and a hyphen: 7-mine.png</source>
        <translation>{folder}：没有带标签的图片；请把图片放入名为 0 到 9 的文件夹，或让文件名以数字和连字符开头，如 7-mine.png</translation>
    </message>
    <message>
        <source>{folder}: {count:,} pictures are more than the {most:,} allowed</source>
        <translation>{folder}：有 {count:,} 张图片，超过允许的 {most:,} 张</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}：{reason}</translation>
    </message>
    <message>
        <source>{folder}: cannot be read ({reason})</source>
        <translation>{folder}：无法读取（{reason}）</translation>
    </message>
    <message>
        <source>MNIST was not found in {folders}; run `fishlab data download mnist`, or give the folder with its four idx files</source>
        <translation>在 {folders} 中没有找到 MNIST；请运行 `fishlab data download mnist`，或指定存放四个 idx 文件的文件夹</translation>
    </message>
    <message>
        <source>{data}: give &quot;sample&quot;, &quot;mnist&quot;, &quot;own&quot;, or a folder with the four idx files or with labelled pictures</source>
        <translation>{data}：请填“sample”、“mnist”、“own”，或存放四个 idx 文件或带标签图片的文件夹</translation>
    </message>
    <message>
        <source>{folder}: {files} not found there (with or without .gz), and no pictures in folders 0 to 9 or named like 7-mine.png</source>
        <translation>{folder}：其中没有 {files}（带或不带 .gz），也没有放在文件夹 0 到 9 中或文件名形如 7-mine.png 的图片</translation>
    </message>
    <message>
        <source>{path}: the bundled sample is damaged; install again</source>
        <translation>{path}：自带的样本已损坏；请重新安装</translation>
    </message>
    <message>
        <source>{path}: {part} images {images} and labels {labels} are not MNIST&apos;s</source>
        <translation>{path}：{part} 部分的图像形状 {images} 和标签形状 {labels} 与 MNIST 不符</translation>
    </message>
    <message>
        <source>{folder}: {name} has gone</source>
        <translation>{folder}：{name} 已不在其中</translation>
    </message>
    <message>
        <source>there is no ink in this drawing; draw a digit first</source>
        <translation>这幅画上没有墨迹；请先画一个数字</translation>
    </message>
    <message>
        <source>there are {count} digits of your own; {fewest} are needed to learn from</source>
        <translation>您自己的数字有 {count} 个；学习至少需要 {fewest} 个</translation>
    </message>
    <message>
        <source>there are {count} digits in {folder}; {fewest} are needed to learn from</source>
        <translation>{folder} 中有 {count} 个数字；学习至少需要 {fewest} 个</translation>
    </message>
    <message>
        <source>there is no ink in this picture; nothing stands out from the paper</source>
        <translation>这张图片上没有墨迹；没有任何笔迹能与纸面区分开</translation>
    </message>
    <message>
        <source>a digit of one&apos;s own is (28, 28), not {shape}</source>
        <translation>您自己的数字应为 (28, 28)，而不是 {shape}</translation>
    </message>
    <message>
        <source>{name}: this digit is no longer there</source>
        <translation>{name}：这个数字已经不在了</translation>
    </message>
    <message>
        <source>a digit&apos;s label is 0 to 9, not {label}</source>
        <translation>数字的标签为 0 到 9，不能是 {label}</translation>
    </message>
    <message>
        <source>{path}: not a picture that can be read</source>
        <translation>{path}：不是可以读取的图片</translation>
    </message>
    <message>
        <source>{path}: {width} × {height} pixels are too many; make the picture smaller first</source>
        <translation>{path}：{width} × {height} 像素太多；请先缩小图片</translation>
    </message>
    <message>
        <source>there is no ink in this picture; it has no pixels</source>
        <translation>这张图片上没有墨迹；它没有像素</translation>
    </message>
    <message>
        <source>an array of {dtype} of shape {shape} is not a picture</source>
        <translation>类型为 {dtype}、形状为 {shape} 的数组不是图片</translation>
    </message>
    <message>
        <source>{name}: there is nothing in this file</source>
        <translation>{name}：文件是空的</translation>
    </message>
    <message>
        <source>{name}, line {line}: three numbers x1, x2 and label were expected, not {given}</source>
        <translation>{name} 第 {line} 行：应为三个数 x1、x2 和标签，而不是 {given}</translation>
    </message>
    <message>
        <source>{name}, line {line}: the label is 0 or 1, x1 and x2 finite</source>
        <translation>{name} 第 {line} 行：标签应为 0 或 1，x1 和 x2 应为有限值</translation>
    </message>
    <message>
        <source>{name}: more than the {most} points that can be shown</source>
        <translation>{name}：点数超过可显示的上限 {most} 个</translation>
    </message>
    <message>
        <source>{name}: there is no row of three numbers x1, x2 and label</source>
        <translation>{name}：没有一行含有三个数 x1、x2 和标签</translation>
    </message>
    <message>
        <source>{name}: cannot be read ({reason})</source>
        <translation>{name}：无法读取（{reason}）</translation>
    </message>
    <message>
        <source>{name}: larger than the {most} MB allowed</source>
        <translation>{name}：超过允许的 {most} MB</translation>
    </message>
    <message>
        <source>{name}: this is no text file</source>
        <translation>{name}：不是文本文件</translation>
    </message>
    <message>
        <source>{name}: its letters are in no encoding known here; save it as UTF-8</source>
        <translation>{name}：文字的编码无法识别；请存为 UTF-8</translation>
    </message>
    <message>
        <source>a stroke has a point whose place is not a number</source>
        <translation>笔画中有一个点的坐标不是数</translation>
    </message>
</context>
<context>
    <name>depth</name>
    <message>
        <source>the digit first, then changed ones; below: what is read</source>
        <translation>先是原数字，后面是变化后的；下方是读出的结果</translation>
    </message>
    <message>
        <source>test digits to choose from</source>
        <translation>可供选择的测试数字</translation>
    </message>
    <message>
        <source>read as {read}, label {label}</source>
        <translation>读作 {read}，标签 {label}</translation>
    </message>
    <message>
        <source>number {number}, label {label}</source>
        <translation>编号 {number}，标签 {label}</translation>
    </message>
    <message>
        <source>as it is: {digit}</source>
        <translation>原样：{digit}</translation>
    </message>
    <message>
        <source>Digit before</source>
        <translation>上一个数字</translation>
    </message>
    <message>
        <source>The test digit before this one</source>
        <translation>前一个测试数字</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>The next test digit</source>
        <translation>后一个测试数字</translation>
    </message>
    <message>
        <source>A digit and its changed copies</source>
        <translation>一个数字和它的变化版本</translation>
    </message>
    <message>
        <source>Rest on a picture to see how it is read</source>
        <translation>停在图上可看它被读作什么</translation>
    </message>
    <message>
        <source>Test digits to choose from</source>
        <translation>可供选择的测试数字</translation>
    </message>
    <message>
        <source>Click a digit to change that one</source>
        <translation>单击一个数字，改为变化它</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>images as they are</source>
        <translation>原样的图像</translation>
    </message>
    <message>
        <source>changed every time</source>
        <translation>每次都变化</translation>
    </message>
    <message>
        <source>the newest images, changed</source>
        <translation>最新一批变化后的图像</translation>
    </message>
    <message>
        <source>Images of the newest batch, changed</source>
        <translation>最新批次中变化后的图像</translation>
    </message>
    <message>
        <source>As the second network sees them</source>
        <translation>第二个网络所看到的样子</translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation>mini-batch 的损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试精度</translation>
    </message>
    <message>
        <source>share of the digits read so far</source>
        <translation>目前所读数字中的比例</translation>
    </message>
    <message>
        <source>right in single precision</source>
        <translation>单精度读对</translation>
    </message>
    <message>
        <source>right in half precision</source>
        <translation>半精度读对</translation>
    </message>
    <message>
        <source>read alike by both</source>
        <translation>两者读法相同</translation>
    </message>
    <message>
        <source>accuracy on 1,000 test digits</source>
        <translation>1000 个测试数字上的精度</translation>
    </message>
    <message>
        <source>Receptive field through the layers</source>
        <translation>各层的感受野</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Layers of the stack</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>乘法次数</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiplications</source>
        <translation>乘法次数</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Deeper</source>
        <translation>加深网络</translation>
    </message>
    <message>
        <source>Layers, shapes and parameters of any stack, how far small filters see, augmentation and what it gains, half precision, and the deep network from scratch</source>
        <translation>任意层叠的层、形状与参数，小滤波器能看多远，数据扩充及其收获，半精度，以及从零训练深层网络</translation>
    </message>
    <message>
        <source>{right} of the {count} changed digits are still read as {label} by {model}</source>
        <translation>{count} 个变化后的数字中，{model} 仍把 {right} 个读作 {label}</translation>
    </message>
    <message>
        <source>Beware: a mirrored digit is another digit or none; only 0, 1 and 8 stay what they are. For photos of animals it would be fine</source>
        <translation>注意：镜像后的数字是另一个数字，或者什么都不是；只有 0、1 和 8 不变。对动物照片来说则没有问题</translation>
    </message>
    <message>
        <source>field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>parameters of the one large filter</source>
        <translation>单个大滤波器的参数</translation>
    </message>
    <message>
        <source>Two 3 × 3 convolutions see as far as one 5 × 5, with 18 parameters for 25</source>
        <translation>两个 3 × 3 卷积与一个 5 × 5 卷积看得一样远，参数是 18 个而不是 25 个</translation>
    </message>
    <message>
        <source>Three 3 × 3 convolutions see as far as one 7 × 7, with 27 parameters for 49</source>
        <translation>三个 3 × 3 卷积与一个 7 × 7 卷积看得一样远，参数是 27 个而不是 49 个</translation>
    </message>
    <message>
        <source>The deep network of eight layers has 123,552 parameters, the simple one of chapter 7 433,890</source>
        <translation>八层的深层网络有 123,552 个参数，第 7 章的简单网络有 433,890 个</translation>
    </message>
    <message>
        <source>VGG with 16 layers has 138,357,544 parameters</source>
        <translation>16 层的 VGG 有 138,357,544 个参数</translation>
    </message>
    <message>
        <source>Rounded to half precision, the trained deep network reads the 1,000 digits of the sample as well as before</source>
        <translation>舍入到半精度之后，训练好的深层网络读样本中 1000 个数字的结果与之前一样好</translation>
    </message>
    <message>
        <source>Trained from scratch on all of MNIST, the deep network reads 99.3 % or more</source>
        <translation>在全部 MNIST 上从零训练，深层网络的识别精度达到 99.3 % 以上</translation>
    </message>
    <message>
        <source>DeepConvNet</source>
        <translation>DeepConvNet</translation>
    </message>
    <message>
        <source>SimpleConvNet</source>
        <translation>SimpleConvNet</translation>
    </message>
    <message>
        <source>mean gain in test accuracy</source>
        <translation>测试精度的平均提升</translation>
    </message>
    <message>
        <source>smallest gain</source>
        <translation>最小的提升</translation>
    </message>
    <message>
        <source>difference in accuracy</source>
        <translation>精度之差</translation>
    </message>
    <message>
        <source>read alike</source>
        <translation>读法相同</translation>
    </message>
    <message>
        <source>From {images} images: {plain} of the test digits as they are, {changed} with changed ones</source>
        <translation>用 {images} 张图像：原样时测试精度 {plain}，变化时 {changed}</translation>
    </message>
    <message>
        <source>Of {count} digits: single {single}, half {half}; {agreement} are read alike. Weights: {bytes} instead of {twice} kB</source>
        <translation>{count} 个数字中：单精度 {single}，半精度 {half}；{agreement} 读法相同。权重：{bytes} kB，而不是 {twice} kB</translation>
    </message>
    <message>
        <source>write at least one layer, such as conv16 pool affine10</source>
        <translation>请至少写一层，例如 conv16 pool affine10</translation>
    </message>
    <message>
        <source>A point a digit: on the dashed line both are equally sure</source>
        <translation>一个点是一个数字：在虚线上，两者同样有把握</translation>
    </message>
    <message>
        <source>where the probabilities differ most, and by how much</source>
        <translation>概率相差最大的数字，以及相差多少</translation>
    </message>
    <message>
        <source>digit {number}, label {label}: probability {single} in single, {half} in half</source>
        <translation>数字 {number}，标签 {label}：单精度概率 {single}，半精度概率 {half}</translation>
    </message>
    <message>
        <source>step of 20 digits</source>
        <translation>步（每步 20 个数字）</translation>
    </message>
    <message>
        <source>probability of the label, single</source>
        <translation>标签的概率，单精度</translation>
    </message>
    <message>
        <source>probability of the label, half</source>
        <translation>标签的概率，半精度</translation>
    </message>
    <message>
        <source>Digits on which the two differ most</source>
        <translation>两者相差最大的数字</translation>
    </message>
    <message>
        <source>Rest on a digit to see its probabilities</source>
        <translation>停在数字上可看它的概率</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>滤波器 {number}</translation>
    </message>
    <message>
        <source>Move over any map: the field of its cell follows; a click keeps it</source>
        <translation>在任意特征图上移动：元素的感受野随之显示；单击可固定</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>池化后</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>these filters</source>
        <translation>这些滤波器</translation>
    </message>
    <message>
        <source>one of {field} × {field}</source>
        <translation>一个 {field} × {field}</translation>
    </message>
    <message>
        <source>Choose a row: its bars are lit. Memory: parameters and output of one image, four bytes each</source>
        <translation>选择一行：对应的柱子会变亮。内存：参数与一张图像的输出，每个数四字节</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Click a bar to choose its layer</source>
        <translation>单击条形以选择该层</translation>
    </message>
    <message>
        <source>From 100 images a network learns more when they are changed a little every time (300 steps, over 3 seeds)</source>
        <translation>只有 100 张图像时，每次都稍作变化能让网络学到更多（300 步，3 个种子）</translation>
    </message>
    <message>
        <source>Mirroring is no augmentation for digits: of 40 test digits, all read right as they are, hardly any but the 0, 1 and 8 survive it</source>
        <translation>左右翻转不适合用来扩充数字：40 个测试数字原样时全部读对，翻转之后几乎只有 0、1 和 8 还读得对</translation>
    </message>
    <message>
        <source>read right, as they are</source>
        <translation>原样时读对</translation>
    </message>
    <message>
        <source>0, 1 and 8, mirrored</source>
        <translation>翻转的 0、1 和 8</translation>
    </message>
    <message>
        <source>the others, mirrored</source>
        <translation>翻转的其他数字</translation>
    </message>
    <message>
        <source>The network that sees them as they are</source>
        <translation>看到原样图像的网络</translation>
    </message>
    <message>
        <source>The network that sees them changed</source>
        <translation>看到变形图像的网络</translation>
    </message>
    <message>
        <source>{word}: no layer; there are conv16, conv16k5p2s1, pool, pool3s2, affine50, relu, sigmoid, tanh, dropout</source>
        <translation>{word}：不是层；可用的有 conv16、conv16k5p2s1、pool、pool3s2、affine50、relu、sigmoid、tanh、dropout</translation>
    </message>
    <message>
        <source>{word}: say how many, such as {kind}16</source>
        <translation>{word}：请写明个数，例如 {kind}16</translation>
    </message>
    <message>
        <source>{word}: after an affine layer there is no image any more</source>
        <translation>{word}：Affine 层之后已经没有图像了</translation>
    </message>
    <message>
        <source>{word}: a window of {size} × {size} is larger than the {height} × {width} that are left, with padding {pad}</source>
        <translation>{word}：{size} × {size} 的窗口大于剩下的 {height} × {width}（填充 {pad}）</translation>
    </message>
    <message>
        <source>at most 60 layers</source>
        <translation>最多 60 层</translation>
    </message>
    <message>
        <source>At most so much, drawn anew for every image; 0 leaves it out</source>
        <translation>最多这么多，每张图像重新抽取；0 表示不用</translation>
    </message>
    <message>
        <source>Layers, shapes and parameters</source>
        <translation>层、形状与参数</translation>
    </message>
    <message>
        <source>How far small filters see</source>
        <translation>小滤波器能看多远</translation>
    </message>
    <message>
        <source>Augmentation, previewed</source>
        <translation>数据扩充预览</translation>
    </message>
    <message>
        <source>Learning from few images</source>
        <translation>用少量图像学习</translation>
    </message>
    <message>
        <source>Half precision against single</source>
        <translation>半精度对单精度</translation>
    </message>
    <message>
        <source>The deep network from scratch</source>
        <translation>从零训练深层网络</translation>
    </message>
    <message>
        <source>DeepConvNet (six convolutions)</source>
        <translation>DeepConvNet（6 个卷积层）</translation>
    </message>
    <message>
        <source>SimpleConvNet (one convolution)</source>
        <translation>SimpleConvNet（一个卷积层）</translation>
    </message>
    <message>
        <source>the sample (5,000 digits)</source>
        <translation>样本（5000 个数字）</translation>
    </message>
    <message>
        <source>all of MNIST (60,000 digits)</source>
        <translation>全部 MNIST（60000 个数字）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Side of the image</source>
        <translation>图像边长</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Side of the small filters</source>
        <translation>小滤波器的边长</translation>
    </message>
    <message>
        <source>Layers of them</source>
        <translation>这样的层数</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Pooling 2 × 2 after each</source>
        <translation>每层之后 2 × 2 池化</translation>
    </message>
    <message>
        <source>Number of the digit</source>
        <translation>数字的编号</translation>
    </message>
    <message>
        <source>Images to learn from</source>
        <translation>用于学习的图像数</translation>
    </message>
    <message>
        <source>Shift, pixels</source>
        <translation>平移（像素）</translation>
    </message>
    <message>
        <source>Rotation, degrees</source>
        <translation>旋转（度）</translation>
    </message>
    <message>
        <source>Scaling, part of the size</source>
        <translation>缩放（占尺寸的比例）</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>弹性形变</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Mirror half of them</source>
        <translation>镜像其中一半</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>epoch 数</translation>
    </message>
    <message>
        <source>Which of the chapter&apos;s pictures to look at</source>
        <translation>观察本章的哪幅图</translation>
    </message>
    <message>
        <source>conv16 (16 filters; k5 size, p2 padding, s2 stride: conv16k5p0), pool (pool3s2), affine50, relu, dropout</source>
        <translation>conv16（16 个滤波器；k5 尺寸，p2 填充，s2 步幅：conv16k5p0），pool（pool3s2），affine50，relu，dropout</translation>
    </message>
    <message>
        <source>Pixels in each direction</source>
        <translation>每个方向的像素数</translation>
    </message>
    <message>
        <source>1 for grey, 3 for colour; here every layer has as many</source>
        <translation>灰度为 1，彩色为 3；这里每一层的通道数相同</translation>
    </message>
    <message>
        <source>Each layer looks at so many cells across and down</source>
        <translation>每一层横竖各看这么多格</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>一层接一层</translation>
    </message>
    <message>
        <source>How far every filter moves from one cell to the next</source>
        <translation>滤波器从一个元素到下一个元素移动多远</translation>
    </message>
    <message>
        <source>Halves the map, and doubles what each cell sees</source>
        <translation>特征图减半，每个元素看到的范围加倍</translation>
    </message>
    <message>
        <source>Which of the sample&apos;s test digits is changed</source>
        <translation>变化样本中的哪一个测试数字</translation>
    </message>
    <message>
        <source>The fewer, the more it helps to change them</source>
        <translation>图像越少，变化的帮助越大</translation>
    </message>
    <message>
        <source>A mirrored cat is a cat; a mirrored 2 is no 2</source>
        <translation>镜像的猫还是猫；镜像的 2 不是 2</translation>
    </message>
    <message>
        <source>The trained network that reads the digits</source>
        <translation>识别这些数字的已训练网络</translation>
    </message>
    <message>
        <source>Of Adam; may be changed while they learn</source>
        <translation>Adam 的学习率；学习途中可以更改</translation>
    </message>
    <message>
        <source>Updates of both networks, 50 images each</source>
        <translation>两个网络各更新这么多次，每次 50 张图像</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>用什么来学习</translation>
    </message>
    <message>
        <source>How often it sees every digit</source>
        <translation>每个数字看多少遍</translation>
    </message>
    <message>
        <source>Book: the deep network (8.1.1)</source>
        <translation>书中：深层网络（8.1.1）</translation>
    </message>
    <message>
        <source>Nearly half of the parameters are in one affine layer, and all the work is in the convolutions. Change a word, and see what moves.</source>
        <translation>将近一半的参数在一个 Affine 层里，而几乎全部计算都在卷积层里。改一个词，看看什么会变。</translation>
    </message>
    <message>
        <source>SimpleConvNet of chapter 7</source>
        <translation>第 7 章的 SimpleConvNet</translation>
    </message>
    <message>
        <source>One convolution, and three and a half times the parameters of the deep network.</source>
        <translation>只有一个卷积层，参数却是深层网络的三倍半。</translation>
    </message>
    <message>
        <source>LeNet, 1998 (7.6.1)</source>
        <translation>LeNet，1998（7.6.1）</translation>
    </message>
    <message>
        <source>The ancestor: sigmoid, and subsampling where pooling is now.</source>
        <translation>CNN 的元祖：使用 sigmoid，在如今放池化层的地方做子采样。</translation>
    </message>
    <message>
        <source>AlexNet, 2012 (7.6.2)</source>
        <translation>AlexNet，2012（7.6.2）</translation>
    </message>
    <message>
        <source>ReLU, dropout and 62 million parameters, here without its split over two graphics processors. The first convolution makes large steps: what does that save?</source>
        <translation>ReLU、Dropout 和 6200 万个参数，这里没有像原来那样分到两块 GPU 上。第一个卷积层步幅很大：省下了什么？</translation>
    </message>
    <message>
        <source>VGG with 16 layers, 2014 (8.2.2)</source>
        <translation>16 层的 VGG，2014（8.2.2）</translation>
    </message>
    <message>
        <source>Only 3 × 3 filters, and 138 million parameters. In which single layer are most of them?</source>
        <translation>只用 3 × 3 的滤波器，却有 1.38 亿个参数。大部分在哪一层？</translation>
    </message>
    <message>
        <source>Two 3 × 3 see as far as one 5 × 5 (8.1.3)</source>
        <translation>两个 3 × 3 抵一个 5 × 5（8.1.3）</translation>
    </message>
    <message>
        <source>18 parameters instead of 25. Move over the cells of the last map, and see what each depends on.</source>
        <translation>参数是 18 个而不是 25 个。在最后一张图的格子上移动，看看每个格子取决于什么。</translation>
    </message>
    <message>
        <source>Three 3 × 3 see as far as one 7 × 7</source>
        <translation>三个 3 × 3 与一个 7 × 7 看得一样远</translation>
    </message>
    <message>
        <source>27 instead of 49: the deeper, the more is saved, and each layer adds a bend.</source>
        <translation>27 个而不是 49 个：越深省得越多，而且每一层都多一次弯折。</translation>
    </message>
    <message>
        <source>With pooling, they see farther still</source>
        <translation>加上池化，看得更远</translation>
    </message>
    <message>
        <source>Every pooling doubles the steps of what follows, so that each layer adds twice as much to the field as the one before it. Move over the maps in between as well.</source>
        <translation>每次池化都让后面各层的步子加倍，所以每一层给感受野增加的量是前一层的两倍。也请在中间的特征图上移动鼠标。</translation>
    </message>
    <message>
        <source>Many digits out of one (8.1.2)</source>
        <translation>一个数字变多个（8.1.2）</translation>
    </message>
    <message>
        <source>Pull the strengths up until you no longer read the digit yourself: that is too much for the network as well.</source>
        <translation>把强度调大，直到您自己也认不出这个数字：那对网络来说也太多了。</translation>
    </message>
    <message>
        <source>Mirrored: is it still a digit?</source>
        <translation>镜像之后还是数字吗？</translation>
    </message>
    <message>
        <source>What helps with photos harms here: a mirrored 9 is read as anything but a 9.</source>
        <translation>对照片有用的做法在这里有害：镜像的 9 会被读成别的数字。</translation>
    </message>
    <message>
        <source>200 images, changed or not (8.1.2)</source>
        <translation>200 张图像，变与不变（8.1.2）</translation>
    </message>
    <message>
        <source>The plain network soon knows its images by heart: its loss goes to 0, its accuracy stays. The other never sees the same image twice.</source>
        <translation>普通网络很快就把图像背了下来：损失趋于 0，精度却停住了。另一个从不会两次看到同一张图像。</translation>
    </message>
    <message>
        <source>Half precision costs nothing (8.3.4)</source>
        <translation>半精度毫无损失（8.3.4）</translation>
    </message>
    <message>
        <source>Half the memory, three digits that count: who notices?</source>
        <translation>内存减半，只剩三位有效数字：谁会察觉？</translation>
    </message>
    <message>
        <source>The recipe of the weights that come with the program, on the sample; with all of MNIST a few epochs give 99.3 %.</source>
        <translation>这是程序自带权重的训练方法，此处用样本；用全部 MNIST 训练几个 epoch 就能达到 99.3 %。</translation>
    </message>
    <message>
        <source>{layers} layers of {k} × {k} see {field} × {field} with {parameters} parameters; one layer of {field} × {field} needs {single}</source>
        <translation>{layers} 层 {k} × {k} 能看到 {field} × {field}，用 {parameters} 个参数；一层 {field} × {field} 需要 {single} 个</translation>
    </message>
    <message>
        <source>One layer of {k} × {k} sees {field} × {field}, with {parameters} parameters</source>
        <translation>一层 {k} × {k} 看到 {field} × {field}，用 {parameters} 个参数</translation>
    </message>
    <message>
        <source>Stride and pooling thin the maps out: the fields of two neighbours lie {jump} cells of the input apart</source>
        <translation>步幅与池化使特征图变稀：相邻两个元素的感受野在输入上相距 {jump} 格</translation>
    </message>
    <message>
        <source>The digits cannot be loaded: {reason}</source>
        <translation>无法载入数字：{reason}</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}: loss {loss}</source>
        <translation>第 {epoch} 个 epoch，共 {epochs} 个：损失 {loss}</translation>
    </message>
    <message>
        <source>The recipe has diverged: {reason}. Try another seed.</source>
        <translation>按配方的学习已发散：{reason}。请换一个种子。</translation>
    </message>
    <message>
        <source>{correct} of {total} test digits are read right: {accuracy}</source>
        <translation>{total} 个测试数字中读对了 {correct} 个：{accuracy}</translation>
    </message>
    <message>
        <source>{parameters} parameters ({megabytes} MB), {multiplications} multiplications an image</source>
        <translation>{parameters} 个参数（{megabytes} MB），每张图像 {multiplications} 次乘法</translation>
    </message>
    <message>
        <source>{share} of the parameters are in affine layers, {work} of the multiplications in convolutions</source>
        <translation>{share} 的参数在 Affine 层，{work} 的乘法在卷积层</translation>
    </message>
</context>
<context>
    <name>digits</name>
    <message>
        <source>Previous digit</source>
        <translation>上一个数字</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>A test digit: 28 × 28 pixels, as the network sees it</source>
        <translation>一个测试数字：28 × 28 像素，与网络看到的相同</translation>
    </message>
    <message>
        <source>Press Run to read all digits</source>
        <translation>按“运行”识别全部数字</translation>
    </message>
    <message>
        <source>No digit here</source>
        <translation>这里没有数字</translation>
    </message>
    <message>
        <source>Show all mistakes</source>
        <translation>显示全部错误</translation>
    </message>
    <message>
        <source>Leave the cell and show every wrong reading</source>
        <translation>离开该格子，显示所有识别错误的数字</translation>
    </message>
    <message>
        <source>Click a digit to see what each layer answers to it</source>
        <translation>点击一个数字，查看各层对它的回答</translation>
    </message>
    <message>
        <source>Digits of the chosen cell</source>
        <translation>所选格子中的数字</translation>
    </message>
    <message>
        <source>Answers of the layers</source>
        <translation>各层的回答</translation>
    </message>
    <message>
        <source>Left and right choose a layer to see it large, Escape shows all</source>
        <translation>用左右键选择一层放大查看，按 Esc 显示全部</translation>
    </message>
    <message>
        <source>Here you will see what each layer answers</source>
        <translation>这里会显示每一层的回答</translation>
    </message>
    <message>
        <source>a click shows all layers</source>
        <translation>点击可查看所有层</translation>
    </message>
    <message>
        <source>What each layer answers to this digit; click to enlarge</source>
        <translation>各层对这个数字的回答；点击放大</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Arrow keys choose a cell; its digits are shown beside it</source>
        <translation>用方向键选择格子，旁边会显示其中的数字</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>it is a</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Click a cell to see its digits</source>
        <translation>单击格子可查看其中的数字</translation>
    </message>
    <message>
        <source>my digits, trained on</source>
        <translation>我的数字（参与训练）</translation>
    </message>
    <message>
        <source>my digits, held back</source>
        <translation>我的数字（留出）</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 测试数据</translation>
    </message>
    <message>
        <source>before</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>识别精度</translation>
    </message>
    <message>
        <source>Accuracy on your digits and on MNIST&apos;s while training</source>
        <translation>训练过程中对您的数字和 MNIST 数字的识别精度</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Draw more</source>
        <translation>继续画</translation>
    </message>
    <message>
        <source>Go to the paper and draw further digits</source>
        <translation>回到纸面，再画一些数字</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the chosen digit from the collection (Delete)</source>
        <translation>从收藏中删除所选的数字（Delete）</translation>
    </message>
    <message>
        <source>Draw with the trained network</source>
        <translation>用训练后的网络识别</translation>
    </message>
    <message>
        <source>Keep the trained weights and read your drawings with them</source>
        <translation>保存训练后的权重，并用它们识别您画的数字</translation>
    </message>
    <message>
        <source>Back to the shipped weights</source>
        <translation>恢复自带权重</translation>
    </message>
    <message>
        <source>Read your drawings with the weights as shipped</source>
        <translation>用程序自带的权重识别您画的数字</translation>
    </message>
    <message>
        <source>Correct the label of the chosen digit</source>
        <translation>更正所选数字的标签</translation>
    </message>
    <message>
        <source>{place} of {count}   ·   it is a {label}</source>
        <translation>第 {place} 个，共 {count} 个   ·   正确答案是 {label}</translation>
    </message>
    <message>
        <source>A {label} read as {read}: {count}</source>
        <translation>{label} 被识别为 {read}：{count} 个</translation>
    </message>
    <message>
        <source>Read {done} of {total}: {accuracy} right</source>
        <translation>已识别 {done} / {total}：识别精度 {accuracy}</translation>
    </message>
    <message>
        <source>All mistakes: {count}</source>
        <translation>全部错误：{count} 个</translation>
    </message>
    <message>
        <source>Number {number}: it is a {label}, read as {read}</source>
        <translation>第 {number} 号：正确答案是 {label}，识别为 {read}</translation>
    </message>
    <message>
        <source>{name}: {shape}, {fires} of {all} numbers above 0, highest {highest}</source>
        <translation>{name}：{shape}，{all} 个数中有 {fires} 个大于 0，最大值 {highest}</translation>
    </message>
    <message>
        <source>{count} of {all} digits that are a {label} were read as a {read}; click to see them</source>
        <translation>{all} 个 {label} 中有 {count} 个被识别为 {read}；点击查看</translation>
    </message>
    <message>
        <source>My digits: {count}</source>
        <translation>我的数字：{count} 个</translation>
    </message>
    <message>
        <source>Weights for FishLab</source>
        <translation>FishLab 的权重</translation>
    </message>
    <message>
        <source>ONNX, for other programs</source>
        <translation>ONNX，供其他程序使用</translation>
    </message>
    <message>
        <source>Your digits, and how the network reads them: before → now</source>
        <translation>您的数字，以及网络的识别结果：训练前 → 现在</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>✗ {reason}</source>
        <translation>✗ {reason}</translation>
    </message>
    <message>
        <source>Save the weights…</source>
        <translation>保存权重…</translation>
    </message>
    <message>
        <source>Write the network trained on your digits to a file: .npz for FishLab, .onnx for other programs</source>
        <translation>把用您的数字训练出来的网络写入文件：.npz 供 FishLab 使用，.onnx 供其他程序使用</translation>
    </message>
    <message>
        <source>Open a picture of a digit</source>
        <translation>打开数字图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Pen (P)</source>
        <translation>笔（P）</translation>
    </message>
    <message>
        <source>Eraser (E, or the right mouse button)</source>
        <translation>橡皮（E，或鼠标右键）</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Clear the paper (Delete)</source>
        <translation>清空纸面（Delete）</translation>
    </message>
    <message>
        <source>Open a picture; or drop one on the paper, or paste it</source>
        <translation>打开图片；也可以把图片拖到纸上，或直接粘贴</translation>
    </message>
    <message>
        <source>Width of the pen ([ and ])</source>
        <translation>笔的粗细（[ 和 ]）</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>This is a</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>Add to my digits</source>
        <translation>加入我的数字</translation>
    </message>
    <message>
        <source>Keep this digit with its label, to train on it; on the paper the keys 0 … 9 do it</source>
        <translation>连同标签保存这个数字，供训练使用；焦点在纸面上时，按 0 … 9 键即可</translation>
    </message>
    <message>
        <source>The digit that you meant</source>
        <translation>您想写的数字</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>同识别结果</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Grey levels</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>The whole paper, as it was drawn or opened</source>
        <translation>整张纸，保持画出或打开时的样子</translation>
    </message>
    <message>
        <source>Cut to the box around the ink; off: the whole paper</source>
        <translation>裁到墨迹的外框；关闭时为整张纸</translation>
    </message>
    <message>
        <source>Scaled to 20 pixels with grey levels, as in MNIST; off: black or white</source>
        <translation>像 MNIST 一样缩放到 20 个像素并保留灰度；关闭时只有黑白</translation>
    </message>
    <message>
        <source>The 28 × 28 that the network sees, the ink&apos;s centre of mass in the middle; off: the middle of the box</source>
        <translation>网络看到的 28 × 28，墨迹的重心在正中；关闭时以外框的中心为准</translation>
    </message>
    <message>
        <source>The digit that the network reads, and ten probabilities</source>
        <translation>网络识别出的数字和 10 个概率</translation>
    </message>
    <message>
        <source>Prediction: none</source>
        <translation>识别结果：无</translation>
    </message>
    <message>
        <source>What the network reads, and how sure it is of each digit</source>
        <translation>网络的识别结果，以及它对每个数字的把握</translation>
    </message>
    <message>
        <source>Click a layer to see it large</source>
        <translation>单击某一层可放大查看</translation>
    </message>
    <message>
        <source>No digits of your own yet. Draw one, press the key of the digit that you meant, and it is kept here, or add a folder of labelled pictures. Thirty or more are a good start.</source>
        <translation>还没有您自己的数字。写一个，再按下它所表示的数字键，就会保存在这里；也可以添加一个带标签图片的文件夹。有三十个以上就可以开始了。</translation>
    </message>
    <message>
        <source>Added {count} digits</source>
        <translation>已添加 {count} 个数字</translation>
    </message>
    <message>
        <source>How much of the folder is added</source>
        <translation>文件夹已添加了多少</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个问题</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add labelled pictures: in folders named 0 to 9, or named like 7-mine.png</source>
        <translation>添加带标签的图片：放在名为 0 到 9 的文件夹里，或像 7-mine.png 这样命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop adding pictures; those added so far stay</source>
        <translation>停止添加图片；已添加的会保留</translation>
    </message>
    <message>
        <source>Prediction: {digit}</source>
        <translation>识别结果：{digit}</translation>
    </message>
    <message>
        <source>✗ it is a {digit}</source>
        <translation>✗ 应为 {digit}</translation>
    </message>
    <message>
        <source>P({digit}) = {value}</source>
        <translation>P({digit}) = {value}</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>or a {digit}?</source>
        <translation>或者是 {digit}？</translation>
    </message>
    <message>
        <source>Reading all test digits: {done} of {total}</source>
        <translation>正在识别全部测试数字：{done} / {total}</translation>
    </message>
    <message>
        <source>✓ Kept as a {label}. Digits of your own: {count}</source>
        <translation>✓ 已保存为 {label}。您自己的数字共 {count} 个</translation>
    </message>
    <message>
        <source>What the network reads</source>
        <translation>网络的识别结果</translation>
    </message>
    <message>
        <source>What each layer answers</source>
        <translation>各层的回答</translation>
    </message>
    <message>
        <source>Chosen test digits</source>
        <translation>选出的测试数字</translation>
    </message>
    <message>
        <source>The digits chosen on the left; click one</source>
        <translation>按左侧条件选出的数字；点击其中一个</translation>
    </message>
    <message>
        <source>The chosen digits</source>
        <translation>选出的数字</translation>
    </message>
    <message>
        <source>From the paper to what the network sees</source>
        <translation>从纸面到网络所看到的</translation>
    </message>
    <message>
        <source>Reading digits</source>
        <translation>识别数字</translation>
    </message>
    <message>
        <source>Draw a digit and watch a network read it, layer by layer; browse the test digits and the mistakes, and train on your own hand</source>
        <translation>画一个数字，看网络逐层识别它；浏览测试数据和识别错误，并用自己的笔迹训练</translation>
    </message>
    <message>
        <source>No digit is left: every one of them is read rightly</source>
        <translation>没有剩下的数字：全部识别正确</translation>
    </message>
    <message>
        <source>{count} of {total} digits; this is number {number} of the data</source>
        <translation>{total} 个数字中的 {count} 个；这是数据中的第 {number} 号</translation>
    </message>
    <message>
        <source>The three-layer network 784-50-100-10 reads at least 93 % of the bundled test digits.</source>
        <translation>三层网络 784-50-100-10 能正确识别至少 93 % 的随附测试数字。</translation>
    </message>
    <message>
        <source>The deep network reads at least 99 % of the bundled test digits.</source>
        <translation>深层网络能正确识别至少 99 % 的随附测试数字。</translation>
    </message>
    <message>
        <source>The deep network reads at least 99.3 % of MNIST&apos;s 10,000 test digits.</source>
        <translation>深层网络能正确识别 MNIST 的 10,000 个测试数字中的至少 99.3 %。</translation>
    </message>
    <message>
        <source>A small seven in the corner of the paper is read as one only after it is cropped, scaled and centred like MNIST&apos;s digits.</source>
        <translation>纸角上的一个小小的 7，只有像 MNIST 的数字那样裁剪、缩放并居中之后，才被识别为 7。</translation>
    </message>
    <message>
        <source>probability of 7 with</source>
        <translation>处理后为 7 的概率</translation>
    </message>
    <message>
        <source>probability of 7 without</source>
        <translation>不处理时为 7 的概率</translation>
    </message>
    <message>
        <source>{correct} of {total} right, {wrong} wrong: an accuracy of {accuracy}</source>
        <translation>{total} 个中 {correct} 个正确，{wrong} 个错误：识别精度为 {accuracy}</translation>
    </message>
    <message>
        <source>Nothing stands out from the paper: there is no ink to read</source>
        <translation>纸上没有可辨的墨迹，无法识别</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Test digits</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Train on my digits</source>
        <translation>用我的数字训练</translation>
    </message>
    <message>
        <source>1,000 bundled test digits</source>
        <translation>自带的 1,000 个测试数字</translation>
    </message>
    <message>
        <source>all 10,000 of MNIST</source>
        <translation>MNIST 全部 10,000 个</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>the last two</source>
        <translation>最后两层</translation>
    </message>
    <message>
        <source>all</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network that reads the digits</source>
        <translation>用来识别数字的网络</translation>
    </message>
    <message>
        <source>Book: the deep network reads (8.1)</source>
        <translation>书中：手写，由深层网络识别（8.1）</translation>
    </message>
    <message>
        <source>Book: the three-layer network (3.6)</source>
        <translation>书中：第 3 章的三层网络（3.6）</translation>
    </message>
    <message>
        <source>Crop to the ink</source>
        <translation>裁剪到墨迹</translation>
    </message>
    <message>
        <source>Step 1: cut the box around the ink out and fit it into 20 × 20; otherwise the whole paper is shrunk to 28 × 28</source>
        <translation>第 1 步：裁出墨迹的外框，缩放到 20 × 20；关闭时整张纸缩成 28 × 28</translation>
    </message>
    <message>
        <source>Scale with grey levels</source>
        <translation>缩放时保留灰度</translation>
    </message>
    <message>
        <source>Step 2: a pixel half covered is half grey; otherwise it is black or white</source>
        <translation>第 2 步：被墨迹盖住一半的像素取一半的灰度；关闭时只有黑白</translation>
    </message>
    <message>
        <source>Centre the mass</source>
        <translation>重心居中</translation>
    </message>
    <message>
        <source>Step 3: put the centre of mass of the ink where MNIST has it</source>
        <translation>第 3 步：把墨迹的重心放到 MNIST 数字重心的位置</translation>
    </message>
    <message>
        <source>Only the digit</source>
        <translation>只看数字</translation>
    </message>
    <message>
        <source>Only those read wrongly</source>
        <translation>只看识别错误的</translation>
    </message>
    <message>
        <source>The network reads all test digits first, which takes a moment</source>
        <translation>网络先识别全部测试数字，需要片刻</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Which of the digits chosen above, counted from 0</source>
        <translation>上面选出的数字中的第几个，从 0 数起</translation>
    </message>
    <message>
        <source>Layers to train</source>
        <translation>训练的层</translation>
    </message>
    <message>
        <source>The last layers judge what the first ones see; the first see well already</source>
        <translation>后面的层判断前面的层所看到的；前面的层已经看得很清楚</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Of Adam</source>
        <translation>Adam 的学习率</translation>
    </message>
    <message>
        <source>Share of MNIST</source>
        <translation>MNIST 所占比例</translation>
    </message>
    <message>
        <source>How much of each mini-batch are MNIST&apos;s digits; at 0 the network forgets</source>
        <translation>每个 mini-batch 中 MNIST 数字所占的比例；为 0 时网络会遗忘</translation>
    </message>
    <message>
        <source>Hold every fifth back</source>
        <translation>每五个留出一个</translation>
    </message>
    <message>
        <source>Digits held back are not trained on: they tell what was really learned</source>
        <translation>留出的数字不参与训练，它们才说明真正学到了什么</translation>
    </message>
    <message>
        <source>Pen strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Edition of my digits</source>
        <translation>我的数字的版本</translation>
    </message>
    <message>
        <source>The picture cannot be read: its text is damaged</source>
        <translation>无法读取图片：它的文本已损坏</translation>
    </message>
    <message>
        <source>Draw a digit, slowly, and watch the bars: after how much of it is the network sure?</source>
        <translation>慢慢画一个数字，注意概率条：画到多少时网络就有把握了？</translation>
    </message>
    <message>
        <source>784-50-100-10 and no convolution. Write it a one with a foot, or a seven with a bar: how easily is it led astray?</source>
        <translation>784-50-100-10，没有卷积。写一个带底横的 1，或带一横的 7：它有多容易被骗？</translation>
    </message>
    <message>
        <source>Book: one convolution (7.5)</source>
        <translation>书中：一个卷积层（7.5）</translation>
    </message>
    <message>
        <source>30 filters of 5 × 5. Click the first layer below: which filters see edges, which see surfaces?</source>
        <translation>30 个 5 × 5 的滤波器。点击下面的第一层：哪些滤波器看到边缘，哪些看到块？</translation>
    </message>
    <message>
        <source>Into the deep network, layer by layer</source>
        <translation>逐层走进深层网络</translation>
    </message>
    <message>
        <source>From layer to layer the maps get smaller and sparser: from strokes to parts to the ten scores. Click one to enlarge it.</source>
        <translation>特征图一层比一层小，也一层比一层稀疏：从笔画到部件，再到 10 个得分。点击可以放大。</translation>
    </message>
    <message>
        <source>What the normalisation is worth</source>
        <translation>预处理值多少</translation>
    </message>
    <message>
        <source>A small seven in the corner, shrunk with the whole paper. Switch the steps on below, one by one: which one mends the reading?</source>
        <translation>角落里的一个小小的 7，随整张纸一起缩小。把下面的步骤逐个打开：哪一步让识别恢复正确？</translation>
    </message>
    <message>
        <source>Browse the test digits</source>
        <translation>浏览测试数据</translation>
    </message>
    <message>
        <source>None of these was ever trained on. Go through them, and compare the layers&apos; answers to two different fours.</source>
        <translation>这些数字都没有参与过训练。逐个看看，比较各层对两个不同的 4 的回答。</translation>
    </message>
    <message>
        <source>Confusion matrix of the small network</source>
        <translation>小网络的混淆矩阵</translation>
    </message>
    <message>
        <source>Off the diagonal are the mistakes. Click a red cell and judge for yourself: would you have read them better?</source>
        <translation>对角线以外的都是错误。点击红色的格子，自己判断一下：换作您，能读得更好吗？</translation>
    </message>
    <message>
        <source>Only the mistakes</source>
        <translation>只看错误</translation>
    </message>
    <message>
        <source>What the small network reads wrongly, one by one. Then choose the deep network: how many are left?</source>
        <translation>逐个查看小网络识别错误的数字。再选择深层网络：还剩几个？</translation>
    </message>
    <message>
        <source>Train on my own digits</source>
        <translation>用自己的数字训练</translation>
    </message>
    <message>
        <source>First draw: with the pad in focus, the keys 0 … 9 keep a digit under that label. Then train, and see what changes.</source>
        <translation>先画：焦点在画板上时，按 0 … 9 键就以该标签保存数字。然后训练，看看有什么变化。</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>The same training without a share of MNIST: your digits are learned, and MNIST&apos;s are forgotten.</source>
        <translation>同样的训练，但不掺入 MNIST：学会了您的数字，却忘了 MNIST 的数字。</translation>
    </message>
    <message>
        <source>The digits cannot be loaded: {reason}</source>
        <translation>无法载入数字：{reason}</translation>
    </message>
    <message>
        <source>You have no digits of your own yet: draw some, and add them with their labels</source>
        <translation>您还没有自己的数字：先画几个，连同标签一起添加</translation>
    </message>
    <message>
        <source>Your digits: {own_before} right before, {own_after} after. MNIST&apos;s test digits: {test_before} before, {test_after} after.</source>
        <translation>您的数字：训练前识别精度为 {own_before}，训练后为 {own_after}。MNIST 测试数据：训练前 {test_before}，训练后 {test_after}。</translation>
    </message>
</context>
<context>
    <name>drawing_pad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a pen or a finger</source>
        <translation>用鼠标、触控笔或手指画一个数字</translation>
    </message>
    <message>
        <source>Left button draws, right button erases. Ctrl+Z undo, Ctrl+Y redo, Delete clear, Ctrl+V paste a picture, P pen, E eraser, [ and ] width; arrow keys and Space draw too</source>
        <translation>左键画，右键擦。Ctrl+Z 撤销，Ctrl+Y 重做，Delete 清空，Ctrl+V 粘贴图片，P 笔，E 橡皮，[ 和 ] 调整粗细；方向键和空格键也能画</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>or drop, paste or open a picture of one</source>
        <translation>也可以拖入、粘贴或打开一张数字图片</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片（PNG）…</translation>
    </message>
    <message>
        <source>Picture as vectors (SVG)…</source>
        <translation>矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Picture as vectors (PDF)…</source>
        <translation>矢量图（PDF）…</translation>
    </message>
    <message>
        <source>Numbers as a table (CSV)…</source>
        <translation>数值表格（CSV）…</translation>
    </message>
    <message>
        <source>Frames for NumPy (NPZ)…</source>
        <translation>供 NumPy 使用的各帧数据（NPZ）…</translation>
    </message>
    <message>
        <source>Run with its settings (JSON)…</source>
        <translation>实验及其设置（JSON）…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>Animation (GIF)…</source>
        <translation>动画（GIF）…</translation>
    </message>
    <message>
        <source>Animation (WebP)…</source>
        <translation>动画（WebP）…</translation>
    </message>
    <message>
        <source>Report in one file (HTML)…</source>
        <translation>单文件报告（HTML）…</translation>
    </message>
    <message>
        <source>Script (Python)…</source>
        <translation>脚本（Python）…</translation>
    </message>
    <message>
        <source>Copy settings</source>
        <translation>复制设置</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>粘贴设置</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>All of the lab</source>
        <translation>整个实验</translation>
    </message>
    <message>
        <source>WebP animation</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML 报告</translation>
    </message>
    <message>
        <source>Table of numbers</source>
        <translation>数值表格</translation>
    </message>
    <message>
        <source>NumPy archive</source>
        <translation>NumPy 存档</translation>
    </message>
    <message>
        <source>FishLab run</source>
        <translation>FishLab 实验</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 脚本</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>图片已复制到剪贴板</translation>
    </message>
    <message>
        <source>Copy this picture</source>
        <translation>复制这幅图</translation>
    </message>
    <message>
        <source>Save this picture (PNG)…</source>
        <translation>保存这幅图（PNG）…</translation>
    </message>
    <message>
        <source>Save this picture as vectors (SVG)…</source>
        <translation>把这幅图存为矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Save this picture as vectors (PDF)…</source>
        <translation>把这幅图存为矢量图（PDF）…</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>The numbers are in the clipboard</source>
        <translation>数值已复制到剪贴板</translation>
    </message>
    <message>
        <source>The settings are in the clipboard</source>
        <translation>设置已复制到剪贴板</translation>
    </message>
    <message>
        <source>The clipboard holds no settings of a lab</source>
        <translation>剪贴板中没有实验的设置</translation>
    </message>
    <message>
        <source>The command is in the clipboard</source>
        <translation>命令已复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Drawing the frames …</source>
        <translation>正在绘制各帧……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>正在写入文件……</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>At most so many, spread evenly over the run</source>
        <translation>最多这么多帧，均匀取自整次运行</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>How fast the animation plays</source>
        <translation>动画播放的快慢</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>以像素计的宽和高</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Takes effect in the running experiment</source>
        <translation>修改后在运行中的实验里立即生效</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>范围：{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>forward</name>
    <message>
        <source>the first digits, and what the network reads</source>
        <translation>前几个数字，以及网络读出的结果</translation>
    </message>
    <message>
        <source>Shapes of data and weights</source>
        <translation>数据与权重的形状</translation>
    </message>
    <message>
        <source>Height and width of each box are its two numbers, as logarithms</source>
        <translation>每个方框的高和宽是它的两个数（取对数）</translation>
    </message>
    <message>
        <source>The first digits of the batch</source>
        <translation>批次中的前几个数字</translation>
    </message>
    <message>
        <source>Rest on a digit to see all its probabilities</source>
        <translation>停在数字上可看它的全部概率</translation>
    </message>
    <message>
        <source>label {label}</source>
        <translation>标签 {label}</translation>
    </message>
    <message>
        <source>Two matrices and their product</source>
        <translation>两个矩阵及其乘积</translation>
    </message>
    <message>
        <source>Arrows go from cell to cell, + and − change the number</source>
        <translation>方向键在格子间移动，+ 和 − 改变数字</translation>
    </message>
    <message>
        <source>click a cell: one more · right click: one less · drag paints</source>
        <translation>点击格子：加一 · 右键：减一 · 拖动可涂抹</translation>
    </message>
    <message>
        <source>The three-layer network with its numbers</source>
        <translation>三层神经网络及其数值</translation>
    </message>
    <message>
        <source>Drag an input or a line up and down; rest on a unit to see its sum. Keys: ← → choose, ↑ ↓ change it</source>
        <translation>上下拖动输入或连线；停在神经元上可看它的加权和。按键：← → 选择，↑ ↓ 改变</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>layer 1</source>
        <translation>第 1 层</translation>
    </message>
    <message>
        <source>layer 2</source>
        <translation>第 2 层</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>The product of two matrices cell by cell, the three-layer network unit by unit, and a batch of digits by its shapes</source>
        <translation>逐元素计算两个矩阵的乘积，逐单元计算三层网络，并按形状查看一个批次的数字</translation>
    </message>
    <message>
        <source>({N}, 784)·(784, 50)·(50, 100)·(100, 10) → ({N}, 10): each pair of neighbours is alike, and the number of digits goes right through</source>
        <translation>({N}, 784)·(784, 50)·(50, 100)·(100, 10) → ({N}, 10)：相邻的一对数相同，数字的个数一直保留到最后</translation>
    </message>
    <message>
        <source>{correct} of {N} digits are read right; one by one the scores are the same</source>
        <translation>{N} 个数字中读对了 {correct} 个；逐个计算得到的分数相同</translation>
    </message>
    <message>
        <source>(1 2; 3 4) times (5 6; 7 8) is (19 22; 43 50)</source>
        <translation>(1 2; 3 4) 乘 (5 6; 7 8) 得 (19 22; 43 50)</translation>
    </message>
    <message>
        <source>(1 2 3; 4 5 6) times (1 2; 3 4; 5 6) is (22 28; 49 64)</source>
        <translation>(1 2 3; 4 5 6) 乘 (1 2; 3 4; 5 6) 得 (22 28; 49 64)</translation>
    </message>
    <message>
        <source>The input (1, 2) times (1 3 5; 2 4 6) gives (5, 11, 17)</source>
        <translation>输入 (1, 2) 乘 (1 3 5; 2 4 6) 得 (5, 11, 17)</translation>
    </message>
    <message>
        <source>The three-layer network makes (0.31682708, 0.69627909) of (1, 0.5)</source>
        <translation>三层神经网络由 (1, 0.5) 得到 (0.31682708, 0.69627909)</translation>
    </message>
    <message>
        <source>With softmax the outputs add up to 1, and the order of the sums is kept</source>
        <translation>使用 softmax 时输出之和为 1，且加权和的大小顺序不变</translation>
    </message>
    <message>
        <source>A batch of 100 digits is read as they are one by one, and mostly right</source>
        <translation>100 个数字成批识别与逐个识别结果相同，而且大多正确</translation>
    </message>
    <message>
        <source>order kept (1: yes)</source>
        <translation>顺序不变（1：是）</translation>
    </message>
    <message>
        <source>largest difference of scores</source>
        <translation>分数的最大差异</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>识别精度</translation>
    </message>
    <message>
        <source>({R}, {K}) times ({K}, {C}) gives ({R}, {C}): the inner {K} and {K} are alike</source>
        <translation>({R}, {K}) 乘 ({K}, {C}) 得 ({R}, {C})：内侧的 {K} 与 {K} 相同</translation>
    </message>
    <message>
        <source>Row {row} of A times column {column} of B: {terms} = {value}</source>
        <translation>A 的第 {row} 行乘 B 的第 {column} 列：{terms} = {value}</translation>
    </message>
    <message>
        <source>({R}, {K}) times ({L}, {C}) does not go: a row of A has {K} numbers, a column of B has {L}. The two inner numbers must be alike</source>
        <translation>({R}, {K}) 不能乘 ({L}, {C})：A 的一行有 {K} 个数，B 的一列有 {L} 个数。内侧的两个数必须相同</translation>
    </message>
    <message>
        <source>The inputs stand at the left: x₁ = {x1}, x₂ = {x2}</source>
        <translation>输入在左边：x₁ = {x1}，x₂ = {x2}</translation>
    </message>
    <message>
        <source>{sum} = {a}, and {function}({a}) = {z}</source>
        <translation>{sum} = {a}，而 {function}({a}) = {z}</translation>
    </message>
    <message>
        <source>{sum} = {a}</source>
        <translation>{sum} = {a}</translation>
    </message>
    <message>
        <source>Identity hands the sums on as they are: for regression, any number may come out</source>
        <translation>恒等函数把加权和原样输出：用于回归，任何数都可能出现</translation>
    </message>
    <message>
        <source>Sigmoid makes each output a number from 0 to 1 by itself: for a question of yes or no</source>
        <translation>sigmoid 把每个输出各自变成 0 到 1 之间的数：用于是或否的问题</translation>
    </message>
    <message>
        <source>Softmax makes the outputs add up to 1: probabilities of classes that exclude each other; the largest stays the largest</source>
        <translation>softmax 使输出之和为 1：互斥类别的概率；最大的仍然最大</translation>
    </message>
    <message>
        <source>write numbers, rows apart by a semicolon, such as 1 2; 3 4</source>
        <translation>请写数字，行与行用分号隔开，例如 1 2; 3 4</translation>
    </message>
    <message>
        <source>{part} is no number from −1000 to 1000</source>
        <translation>{part} 不是 −1000 到 1000 之间的数</translation>
    </message>
    <message>
        <source>every row needs as many numbers as the first</source>
        <translation>每一行的数字个数必须与第一行相同</translation>
    </message>
    <message>
        <source>at most 6 rows of 6 numbers</source>
        <translation>最多 6 行，每行 6 个数</translation>
    </message>
    <message>
        <source>The three-layer network</source>
        <translation>三层神经网络</translation>
    </message>
    <message>
        <source>Product of two matrices</source>
        <translation>两个矩阵的乘积</translation>
    </message>
    <message>
        <source>A batch of digits, by shapes</source>
        <translation>一个批次的数字（看形状）</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>none (identity)</source>
        <translation>无（恒等函数）</translation>
    </message>
    <message>
        <source>identity (regression)</source>
        <translation>恒等函数（回归）</translation>
    </message>
    <message>
        <source>sigmoid (two classes)</source>
        <translation>sigmoid（二分类）</translation>
    </message>
    <message>
        <source>softmax (several classes)</source>
        <translation>softmax（多分类）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Changed weights</source>
        <translation>改过的权重</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Digits in the batch</source>
        <translation>批次中的数字个数</translation>
    </message>
    <message>
        <source>Which of the chapter&apos;s pictures to look at</source>
        <translation>观察本章的哪幅图</translation>
    </message>
    <message>
        <source>First input; or drag its circle up and down</source>
        <translation>第一个输入；也可上下拖动它的圆圈</translation>
    </message>
    <message>
        <source>Second input; or drag its circle up and down</source>
        <translation>第二个输入；也可上下拖动它的圆圈</translation>
    </message>
    <message>
        <source>The activation of the two hidden layers</source>
        <translation>两个隐藏层的激活函数</translation>
    </message>
    <message>
        <source>What the last layer&apos;s sums become</source>
        <translation>最后一层的加权和变成什么</translation>
    </message>
    <message>
        <source>Drag a line of the picture up or down to change it</source>
        <translation>上下拖动图中的连线即可更改</translation>
    </message>
    <message>
        <source>Rows apart by a semicolon; or click its cells</source>
        <translation>行与行用分号隔开；也可点击它的格子</translation>
    </message>
    <message>
        <source>How many go through the network at a time</source>
        <translation>一次通过网络的个数</translation>
    </message>
    <message>
        <source>Book: the three-layer network (3.4.3)</source>
        <translation>书中：三层神经网络（3.4.3）</translation>
    </message>
    <message>
        <source>From (1, .5) to (.3168, .6963), unit by unit. Drag an input or a line up and down, and see what it changes.</source>
        <translation>从 (1, 0.5) 到 (0.3168, 0.6963)，逐单元计算。上下拖动输入或连线，看看会改变什么。</translation>
    </message>
    <message>
        <source>Output by softmax (3.5)</source>
        <translation>用 softmax 输出（3.5）</translation>
    </message>
    <message>
        <source>The two outputs add up to 1, and the larger sum keeps the larger output.</source>
        <translation>两个输出之和为 1，较大的加权和仍得到较大的输出。</translation>
    </message>
    <message>
        <source>Output by sigmoid</source>
        <translation>用 sigmoid 输出</translation>
    </message>
    <message>
        <source>Each output is a number from 0 to 1, but together they make no 1.</source>
        <translation>每个输出都在 0 到 1 之间，但加起来不等于 1。</translation>
    </message>
    <message>
        <source>Book: product of two matrices (3.3.2)</source>
        <translation>书中：两个矩阵的乘积（3.3.2）</translation>
    </message>
    <message>
        <source>A row of A meets a column of B. Click the cells to change them: A·B and B·A differ.</source>
        <translation>A 的行遇见 B 的列。点击格子可更改数值：A·B 与 B·A 不同。</translation>
    </message>
    <message>
        <source>2 × 3 times 3 × 2</source>
        <translation>2 × 3 乘 3 × 2</translation>
    </message>
    <message>
        <source>The inner numbers are alike, the outer ones are the shape of the product.</source>
        <translation>内侧的数相同，外侧的数就是乘积的形状。</translation>
    </message>
    <message>
        <source>Shapes that do not fit</source>
        <translation>形状不匹配</translation>
    </message>
    <message>
        <source>Three numbers in a row meet two in a column. Which of the matrices would you turn?</source>
        <translation>一行三个数遇上一列两个数。您会转置哪个矩阵？</translation>
    </message>
    <message>
        <source>A layer is a product (3.3.3)</source>
        <translation>一层就是一次乘积（3.3.3）</translation>
    </message>
    <message>
        <source>The input (1, 2) times the weights (2, 3): three sums at once.</source>
        <translation>输入 (1, 2) 乘以 (2, 3) 的权重：一次得到三个加权和。</translation>
    </message>
    <message>
        <source>A batch of 100 digits (3.6.3)</source>
        <translation>100 个数字的批次（3.6.3）</translation>
    </message>
    <message>
        <source>One product reads all of them. Change the number of digits: only the first number of the shapes moves.</source>
        <translation>一次乘积就读完所有数字。改变数字的个数：只有形状的第一个数会变。</translation>
    </message>
</context>
<context>
    <name>gradients</name>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Loss functions, numerical differentiation, gradient descent on a field of arrows, and what a numerical gradient costs beside backpropagation</source>
        <translation>损失函数、数值微分、箭头场中的梯度下降，以及数值梯度与反向传播的代价比较</translation>
    </message>
    <message>
        <source>{passes} forward passes so far; backprop had all {count} numbers after one</source>
        <translation>已做 {passes} 次正向传播；反向传播只用一次就得到了全部 {count} 个数</translation>
    </message>
    <message>
        <source>The same gradient: a mean difference of {difference}, {times} times as fast</source>
        <translation>梯度相同：平均差 {difference}，快 {times} 倍</translation>
    </message>
    <message>
        <source>Not the same gradient: {names} differ by {difference} in the mean</source>
        <translation>梯度不同：{names} 平均相差 {difference}</translation>
    </message>
    <message>
        <source>In single precision the numerical gradient has only {difference} of accuracy</source>
        <translation>单精度下数值梯度的精度只有 {difference}</translation>
    </message>
    <message>
        <source>784-50-10 has {count} numbers: {passes} passes for a single step of learning</source>
        <translation>784-50-10 有 {count} 个参数：学习一步就要 {passes} 次正向传播</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵误差</translation>
    </message>
    <message>
        <source>distance from the minimum</source>
        <translation>与最小值的距离</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>与起点的距离</translation>
    </message>
    <message>
        <source>largest part, reading W</source>
        <translation>读取 W 时的最大分量</translation>
    </message>
    <message>
        <source>largest part, closing over y</source>
        <translation>闭包捕获 y 时的最大分量</translation>
    </message>
    <message>
        <source>least error, central ÷ forward</source>
        <translation>最小误差，中心 ÷ 前向</translation>
    </message>
    <message>
        <source>forward: error at h = 1e-2 ÷ at 1e-3</source>
        <translation>前向差分：h = 1e-2 的误差 ÷ 1e-3 的误差</translation>
    </message>
    <message>
        <source>central: error at h = 1e-2 ÷ at 1e-3</source>
        <translation>中心差分：h = 1e-2 的误差 ÷ 1e-3 的误差</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>difference ÷ gradient, in the mean</source>
        <translation>差 ÷ 梯度，取平均</translation>
    </message>
    <message>
        <source>forward passes</source>
        <translation>正向传播次数</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>数值微分</translation>
    </message>
    <message>
        <source>backprop</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>{name}: numerical {numeric}, backprop {backprop}</source>
        <translation>{name}：数值梯度 {numeric}，反向传播 {backprop}</translation>
    </message>
    <message>
        <source>gradient by backprop</source>
        <translation>反向传播求得的梯度</translation>
    </message>
    <message>
        <source>numerical gradient</source>
        <translation>数值梯度</translation>
    </message>
    <message>
        <source>Numerical gradient against backprop, number by number</source>
        <translation>数值梯度与反向传播逐个比较</translation>
    </message>
    <message>
        <source>Rest on a dot to read it</source>
        <translation>停在点上可读出数值</translation>
    </message>
    <message>
        <source>Difference of each parameter</source>
        <translation>各参数的差</translation>
    </message>
    <message>
        <source>How far the two gradients of a parameter lie apart</source>
        <translation>一个参数的两种梯度相差多少</translation>
    </message>
    <message>
        <source>What either gradient costs</source>
        <translation>两种梯度各自的代价</translation>
    </message>
    <message>
        <source>Passes through the network, and the time</source>
        <translation>通过网络的次数与时间</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Time of either gradient</source>
        <translation>两种梯度各自的时间</translation>
    </message>
    <message>
        <source>The shorter the bar, the faster</source>
        <translation>条越短越快</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} ms</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>mean gap</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>largest gap</source>
        <translation>最大差</translation>
    </message>
    <message>
        <source>backward passes</source>
        <translation>反向传播次数</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>−∇f at ({x}, {y}) = ({a}, {b})</source>
        <translation>在 ({x}, {y}) 处 −∇f = ({a}, {b})</translation>
    </message>
    <message>
        <source>step {step}: f = {f}</source>
        <translation>第 {step} 步：f = {f}</translation>
    </message>
    <message>
        <source>Click or drag to move the start</source>
        <translation>点击或拖动可移动起点</translation>
    </message>
    <message>
        <source>Field of the negative gradient and the way of the descent</source>
        <translation>负梯度场与下降的路径</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>f</source>
        <translation>f</translation>
    </message>
    <message>
        <source>f against the step</source>
        <translation>f 随步数的变化</translation>
    </message>
    <message>
        <source>Rest on a curve to read its numbers</source>
        <translation>停在曲线上可读出数值</translation>
    </message>
    <message>
        <source>The present step in numbers</source>
        <translation>当前这一步的数值</translation>
    </message>
    <message>
        <source>Where the descent is, the slope there, and its next step</source>
        <translation>下降所在的位置、该处的斜率和函数值</translation>
    </message>
    <message>
        <source>step {step}: ({x}, {y})</source>
        <translation>第 {step} 步：({x}, {y})</translation>
    </message>
    <message>
        <source>point</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>y = {y}: cross-entropy {ce}, squared error {mse}</source>
        <translation>y = {y}：交叉熵误差 {ce}，平方误差 {mse}</translation>
    </message>
    <message>
        <source>t = 1</source>
        <translation>t = 1</translation>
    </message>
    <message>
        <source>Drag a bar to change y; click below 0 to choose the right class</source>
        <translation>拖动柱子改变 y；点击 0 以下的区域选择正确解</translation>
    </message>
    <message>
        <source>answer {number}</source>
        <translation>输出 {number}</translation>
    </message>
    <message>
        <source>y of the right class</source>
        <translation>正确解的 y</translation>
    </message>
    <message>
        <source>what that class adds to the loss</source>
        <translation>正确解这一类对损失的贡献</translation>
    </message>
    <message>
        <source>Both losses against the answer at the right class</source>
        <translation>两种损失随正确解的输出的变化</translation>
    </message>
    <message>
        <source>cross-entropy −log y</source>
        <translation>交叉熵误差 −log y</translation>
    </message>
    <message>
        <source>squared error (y − 1)²/2</source>
        <translation>平方误差 (y − 1)²/2</translation>
    </message>
    <message>
        <source>The losses in numbers</source>
        <translation>损失的数值</translation>
    </message>
    <message>
        <source>What each class adds to either loss</source>
        <translation>每一类对两种损失的贡献</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>输出 {number}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>largest at</source>
        <translation>最大值在</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>正确解</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>answer y</source>
        <translation>输出 y</translation>
    </message>
    <message>
        <source>Click a class to make it the right one</source>
        <translation>点击一个类别，把它设为正确解</translation>
    </message>
    <message>
        <source>step {step}: loss {loss}</source>
        <translation>第 {step} 步：损失 {loss}</translation>
    </message>
    <message>
        <source>input x</source>
        <translation>输入 x</translation>
    </message>
    <message>
        <source>weights W</source>
        <translation>权重 W</translation>
    </message>
    <message>
        <source>scores a = x · W</source>
        <translation>得分 a = x · W</translation>
    </message>
    <message>
        <source>probabilities y = softmax(a)</source>
        <translation>概率 y = softmax(a)</translation>
    </message>
    <message>
        <source>gradient dW = ∂L/∂W</source>
        <translation>梯度 dW = ∂L/∂W</translation>
    </message>
    <message>
        <source>Each step: W ← W − η dW, with dW by numerical_gradient</source>
        <translation>每一步：W ← W − η dW，dW 由 numerical_gradient 求得</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>损失 L</translation>
    </message>
    <message>
        <source>Loss against the step</source>
        <translation>损失随步数的变化</translation>
    </message>
    <message>
        <source>error of the slope</source>
        <translation>斜率的误差</translation>
    </message>
    <message>
        <source>Drag or click to read the errors at an h</source>
        <translation>拖动或点击，读出某个 h 处的误差</translation>
    </message>
    <message>
        <source>Error of the slope against h</source>
        <translation>斜率的误差随 h 的变化</translation>
    </message>
    <message>
        <source>Errors in numbers</source>
        <translation>误差的数值</translation>
    </message>
    <message>
        <source>The marked points of the curves</source>
        <translation>曲线上标出的点</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向差分</translation>
    </message>
    <message>
        <source>central</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <source>forward, single</source>
        <translation>前向差分，单精度</translation>
    </message>
    <message>
        <source>central, single</source>
        <translation>中心差分，单精度</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>error at the line</source>
        <translation>竖线处的误差</translation>
    </message>
    <message>
        <source>best h</source>
        <translation>最佳 h</translation>
    </message>
    <message>
        <source>least error</source>
        <translation>最小误差</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>斜率 {slope}</translation>
    </message>
    <message>
        <source>exact, by backpropagation through f</source>
        <translation>精确值，由 f 的反向传播求得</translation>
    </message>
    <message>
        <source>Drag or click to move the point along x</source>
        <translation>拖动或点击，沿 x 移动该点</translation>
    </message>
    <message>
        <source>The curve and its tangent</source>
        <translation>曲线与切线</translation>
    </message>
    <message>
        <source>The slope in numbers</source>
        <translation>斜率的数值</translation>
    </message>
    <message>
        <source>In bold: the difference that is drawn</source>
        <translation>粗体：图中画出的差分</translation>
    </message>
    <message>
        <source>f({x}) is not defined</source>
        <translation>f({x}) 无定义</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>gradient: not asked for yet</source>
        <translation>梯度：尚未求</translation>
    </message>
    <message>
        <source>The code whose gradient is shown below</source>
        <translation>下方梯度所对应的代码</translation>
    </message>
    <message>
        <source>f along the number of W that was moved</source>
        <translation>f 沿被改动的那个 W 元素的变化</translation>
    </message>
    <message>
        <source>A slope of 0 means that f does not see the number move</source>
        <translation>斜率为 0 表示 f 看不到这个数的变化</translation>
    </message>
    <message>
        <source>f for every number of W moved</source>
        <translation>改动 W 的每个元素时 f 的值</translation>
    </message>
    <message>
        <source>The two looks at f for every number of W</source>
        <translation>对 W 的每个元素，两次求 f 的值</translation>
    </message>
    <message>
        <source>Reads W: y is computed inside f, at every look</source>
        <translation>读取 W：每次都在 f 内部计算 y</translation>
    </message>
    <message>
        <source>Closes over y: y was computed once, before</source>
        <translation>闭包捕获 y：y 只在之前计算过一次</translation>
    </message>
    <message>
        <source>✗ gradient: all zeros so far</source>
        <translation>✗ 梯度：目前全为零</translation>
    </message>
    <message>
        <source>✓ gradient: follows W</source>
        <translation>✓ 梯度：随 W 而变</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>改动的元素</translation>
    </message>
    <message>
        <source>f with + 1e-4</source>
        <translation>加 1e-4 时的 f</translation>
    </message>
    <message>
        <source>f with − 1e-4</source>
        <translation>减 1e-4 时的 f</translation>
    </message>
    <message>
        <source>With 0.6 at the right class 2, the mean squared error is 0.0975 and the cross-entropy 0.5108.</source>
        <translation>正确解 2 的输出为 0.6 时，均方误差是 0.0975，交叉熵误差是 0.5108。</translation>
    </message>
    <message>
        <source>With 0.6 at the wrong class 7, the mean squared error is 0.5975 and the cross-entropy 2.3026: both larger.</source>
        <translation>0.6 在错误的 7 处时，均方误差是 0.5975，交叉熵误差是 2.3026：两者都更大。</translation>
    </message>
    <message>
        <source>The loss of a batch is the mean of its samples&apos; losses.</source>
        <translation>一个批的损失是其中各样本损失的平均值。</translation>
    </message>
    <message>
        <source>The slope of 0.01x² + 0.1x at x = 5 is 0.2.</source>
        <translation>0.01x² + 0.1x 在 x = 5 处的斜率是 0.2。</translation>
    </message>
    <message>
        <source>The slope of 0.01x² + 0.1x at x = 10 is 0.3.</source>
        <translation>0.01x² + 0.1x 在 x = 10 处的斜率是 0.3。</translation>
    </message>
    <message>
        <source>The central difference beats the forward one: its best error is smaller by far, and a tenth of h divides its error by 100, not 10.</source>
        <translation>中心差分优于前向差分：最小误差小得多，h 缩小到十分之一时误差缩小到百分之一，而不是十分之一。</translation>
    </message>
    <message>
        <source>The gradient of x₀² + x₁² is (6, 8) at (3, 4), (0, 4) at (0, 2) and (6, 0) at (3, 0).</source>
        <translation>x₀² + x₁² 的梯度在 (3, 4) 处是 (6, 8)，在 (0, 2) 处是 (0, 4)，在 (3, 0) 处是 (6, 0)。</translation>
    </message>
    <message>
        <source>Gradient descent from (−3, 4) with η = 0.1 is at the minimum of x₀² + x₁² after 100 steps.</source>
        <translation>η = 0.1 的梯度下降从 (−3, 4) 出发，100 步后到达 x₀² + x₁² 的最小值。</translation>
    </message>
    <message>
        <source>With η = 10 the same descent explodes.</source>
        <translation>η = 10 时，同样的下降会发散。</translation>
    </message>
    <message>
        <source>With η = 1e-10 the same descent stays at (−3, 4).</source>
        <translation>η = 1e-10 时，同样的下降停留在 (−3, 4)。</translation>
    </message>
    <message>
        <source>The network of one 2 × 3 matrix has the book&apos;s scores, loss and gradient dW.</source>
        <translation>一个 2 × 3 矩阵的网络得到书中的得分、损失和梯度 dW。</translation>
    </message>
    <message>
        <source>A loss that closes over a computed y has a numerical gradient of exactly zero; one that reads W has not.</source>
        <translation>闭包捕获了已算好的 y 的损失，数值梯度恰好为零；读取 W 的损失则不为零。</translation>
    </message>
    <message>
        <source>In float64 the numerical gradient of TwoLayerNet and backpropagation&apos;s differ by less than 1e-7 in the mean (over 3 seeds).</source>
        <translation>在 float64 下，TwoLayerNet 的数值梯度与反向传播的梯度平均相差不到 1e-7（3 个种子）。</translation>
    </message>
    <message>
        <source>The numerical gradient takes two forward passes for every number of the network: 1,220 for 49-10-10.</source>
        <translation>数值梯度对网络的每个参数需要两次正向传播：49-10-10 需要 1,220 次。</translation>
    </message>
    <message>
        <source>batch loss − mean of the three</source>
        <translation>批的损失 − 三个损失的平均</translation>
    </message>
    <message>
        <source>f is not defined at or near the start ({x0}, {x1}): move the ring elsewhere</source>
        <translation>f 在起点 ({x0}, {x1}) 或其附近无定义：请把圆环移到别处</translation>
    </message>
    <message>
        <source>At ({x0}, {x1}), f = {f}; the gradient there is ({g0}, {g1})</source>
        <translation>在 ({x0}, {x1})，f = {f}；该处的梯度是 ({g0}, {g1})</translation>
    </message>
    <message>
        <source>Arrived: the gradient has become as good as 0 after {step} steps</source>
        <translation>到达：{step} 步后梯度几乎为 0</translation>
    </message>
    <message>
        <source>Too large a rate: each step overshoots by more than the last</source>
        <translation>学习率过大：每一步都比上一步越过得更多</translation>
    </message>
    <message>
        <source>So far out x ± 1e-4 is x again: the numerical gradient is 0, and all stands still</source>
        <translation>这么远的地方 x ± 1e-4 仍等于 x：数值梯度为 0，一切停住</translation>
    </message>
    <message>
        <source>Too small a rate: after {step} steps it has hardly left the start</source>
        <translation>学习率过小：{step} 步后几乎没有离开起点</translation>
    </message>
    <message>
        <source>Still on the way after {step} steps</source>
        <translation>{step} 步后仍在途中</translation>
    </message>
    <message>
        <source>Diverged: at step {step} f is no longer a number that can be computed with</source>
        <translation>发散：在第 {step} 步，f 已不是能计算的数</translation>
    </message>
    <message>
        <source>f: character {number}, at {place}: {problem}</source>
        <translation>f：第 {number} 个字符 {place}：{problem}</translation>
    </message>
    <message>
        <source>f: at the end: {problem}</source>
        <translation>f：末尾：{problem}</translation>
    </message>
    <message>
        <source>“{found}” is not known; allowed are {variables}, numbers, pi, e, + - * / **, parentheses and the functions {functions}</source>
        <translation>不认识“{found}”；可以使用 {variables}、数字、pi、e、+ - * / **、括号以及函数 {functions}</translation>
    </message>
    <message>
        <source>an operator such as + or * was expected here</source>
        <translation>此处应为 + 或 * 之类的运算符</translation>
    </message>
    <message>
        <source>a number, {variables}, a function or a parenthesis was expected here</source>
        <translation>此处应为数字、{variables}、函数或括号</translation>
    </message>
    <message>
        <source>“{sign}” was expected here</source>
        <translation>此处应为“{sign}”</translation>
    </message>
    <message>
        <source>{function} takes {arity} arguments, not {given}</source>
        <translation>{function} 需要 {arity} 个参数，而不是 {given} 个</translation>
    </message>
    <message>
        <source>{number} is too large</source>
        <translation>{number} 太大</translation>
    </message>
    <message>
        <source>nested more than {depth} deep</source>
        <translation>嵌套超过 {depth} 层</translation>
    </message>
    <message>
        <source>longer than the {length} characters allowed</source>
        <translation>超过允许的 {length} 个字符</translation>
    </message>
    <message>
        <source>0.01x² + 0.1x</source>
        <translation>0.01x² + 0.1x</translation>
    </message>
    <message>
        <source>x³/10 − x</source>
        <translation>x³/10 − x</translation>
    </message>
    <message>
        <source>sin x</source>
        <translation>sin x</translation>
    </message>
    <message>
        <source>exp x</source>
        <translation>exp x</translation>
    </message>
    <message>
        <source>sigmoid x</source>
        <translation>sigmoid x</translation>
    </message>
    <message>
        <source>|x|, with a kink</source>
        <translation>|x|，有尖点</translation>
    </message>
    <message>
        <source>Type one&apos;s own f(x)</source>
        <translation>自己输入 f(x)</translation>
    </message>
    <message>
        <source>Bowl x₀² + x₁²</source>
        <translation>碗形 x₀² + x₁²</translation>
    </message>
    <message>
        <source>Valley x₀²/20 + x₁²</source>
        <translation>山谷 x₀²/20 + x₁²</translation>
    </message>
    <message>
        <source>Saddle x₀² − x₁²</source>
        <translation>鞍形 x₀² − x₁²</translation>
    </message>
    <message>
        <source>Type one&apos;s own f(x0, x1)</source>
        <translation>自己输入 f(x0, x1)</translation>
    </message>
    <message>
        <source>y adds up to {total}, so it is no set of probabilities: cross-entropy wants one</source>
        <translation>y 之和为 {total}，不是一组概率：交叉熵误差需要概率</translation>
    </message>
    <message>
        <source>Largest at the right class: mean squared error {mse}, cross-entropy {ce}</source>
        <translation>正确解处最大：均方误差 {mse}，交叉熵误差 {ce}</translation>
    </message>
    <message>
        <source>Largest at {best}, but {label} is right: mean squared error {mse}, cross-entropy {ce}</source>
        <translation>{best} 处最大，但正确解是 {label}：均方误差 {mse}，交叉熵误差 {ce}</translation>
    </message>
    <message>
        <source>{right} of {count} are right; the loss of the batch is the mean: mean squared error {mse}, cross-entropy {ce}</source>
        <translation>{count} 个中有 {right} 个正确；批的损失取平均：均方误差 {mse}，交叉熵误差 {ce}</translation>
    </message>
    <message>
        <source>The right class has no chance at all: only the 1e-7 keeps the logarithm finite</source>
        <translation>正确解的输出为 0：只有 1e-7 使对数保持有限</translation>
    </message>
    <message>
        <source>All ten bars are 0: they cannot be made to add up to 1; drag one up</source>
        <translation>十根柱子全为 0，无法使其和为 1；请把一根拖高</translation>
    </message>
    <message>
        <source>Loss {loss}; the right class {target} has the probability {chance}</source>
        <translation>损失 {loss}；正确解 {target} 的概率是 {chance}</translation>
    </message>
    <message>
        <source>Where dW is positive W will shrink, where it is negative W will grow</source>
        <translation>dW 为正处 W 将减小，为负处 W 将增大</translation>
    </message>
    <message>
        <source>An input of 0 gives its row of W no gradient: that row cannot learn from it</source>
        <translation>输入为 0 时，W 对应的一行没有梯度：这一行学不到东西</translation>
    </message>
    <message>
        <source>W[{row}, {column}] is moved by ±1e-4: on the left the loss follows it</source>
        <translation>W[{row}, {column}] 改动 ±1e-4：左边的损失随之改变</translation>
    </message>
    <message>
        <source>On the right it does not: y was computed before, f is a constant, its slope is 0</source>
        <translation>右边则不变：y 是事先算好的，f 是常数，斜率为 0</translation>
    </message>
    <message>
        <source>Two functions with the same value here: {loss}. Step on to differentiate both</source>
        <translation>两个函数在这里的值相同：{loss}。单步前进，对两者求导</translation>
    </message>
    <message>
        <source>The left gradient is right, the right one is all zeros: nothing would be learned</source>
        <translation>左边的梯度正确，右边全为零：什么也学不到</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which experiment of chapter 4 is in the picture</source>
        <translation>图中显示第 4 章的哪个实验</translation>
    </message>
    <message>
        <source>Answers y</source>
        <translation>输出 y</translation>
    </message>
    <message>
        <source>Three answers of ten numbers from 0 to 1</source>
        <translation>三个输出，每个十个 0 到 1 的数</translation>
    </message>
    <message>
        <source>A batch of three</source>
        <translation>三个一批</translation>
    </message>
    <message>
        <source>Three answers, and the mean of their losses, as in section 4.2.4</source>
        <translation>三个输出及其损失的平均，如 4.2.4 节</translation>
    </message>
    <message>
        <source>Make y add up to 1</source>
        <translation>使 y 之和为 1</translation>
    </message>
    <message>
        <source>Divide the ten numbers by their sum before the loss, as probabilities</source>
        <translation>求损失之前，把十个数除以它们的和，成为概率</translation>
    </message>
    <message>
        <source>Right class t</source>
        <translation>正确解 t</translation>
    </message>
    <message>
        <source>Right class of the 2nd</source>
        <translation>第 2 个的正确解</translation>
    </message>
    <message>
        <source>Right class of the 3rd</source>
        <translation>第 3 个的正确解</translation>
    </message>
    <message>
        <source>The class that should have been answered; click under a bar to choose it</source>
        <translation>本应输出的类别；点击柱子下方可以选择</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>The function whose slope is looked for</source>
        <translation>要求斜率的函数</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>Numbers, x, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu sigmoid</source>
        <translation>数字、x、pi、e、+ - * / **、括号、exp log sin cos tanh sqrt abs max min relu sigmoid</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Where the slope is taken; the point can be dragged along the curve too</source>
        <translation>在何处求斜率；也可以沿曲线拖动该点</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>How far to the side f is looked at; the book takes 1e-4</source>
        <translation>向旁边多远处求 f；书中取 1e-4</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Which two points of the curve the drawn line goes through</source>
        <translation>图中的直线过曲线上的哪两点</translation>
    </message>
    <message>
        <source>Single precision too</source>
        <translation>加上单精度</translation>
    </message>
    <message>
        <source>Add the two curves with every number rounded to single precision (float32)</source>
        <translation>再加两条曲线，其中每个数都舍入为单精度（float32）</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>The function of two variables to walk down</source>
        <translation>沿着它下降的二元函数</translation>
    </message>
    <message>
        <source>f(x0, x1)</source>
        <translation>f(x0, x1)</translation>
    </message>
    <message>
        <source>Numbers, x0, x1, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu sigmoid</source>
        <translation>数字、x0、x1、pi、e、+ - * / **、括号、exp log sin cos tanh sqrt abs max min relu sigmoid</translation>
    </message>
    <message>
        <source>Start x₀</source>
        <translation>起点 x₀</translation>
    </message>
    <message>
        <source>Start x₁</source>
        <translation>起点 x₁</translation>
    </message>
    <message>
        <source>Where the descent begins; drag the ring or click into the picture</source>
        <translation>下降的起点；拖动圆环或在图中点击</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>One step is −η times the gradient</source>
        <translation>每一步是梯度的 −η 倍</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many steps are taken</source>
        <translation>一共走多少步</translation>
    </message>
    <message>
        <source>Input x₁</source>
        <translation>输入 x₁</translation>
    </message>
    <message>
        <source>Input x₂</source>
        <translation>输入 x₂</translation>
    </message>
    <message>
        <source>One of the two numbers that the network is given</source>
        <translation>输入网络的两个数之一</translation>
    </message>
    <message>
        <source>Right class</source>
        <translation>正确解</translation>
    </message>
    <message>
        <source>Which of the three classes is right, counted from 0; click one in the picture</source>
        <translation>三个类别中哪个是正确解，从 0 数起；可在图中点击</translation>
    </message>
    <message>
        <source>Weights W</source>
        <translation>权重 W</translation>
    </message>
    <message>
        <source>The 2 × 3 numbers that the network begins with</source>
        <translation>网络开始时的 2 × 3 个数</translation>
    </message>
    <message>
        <source>Each step takes η times the gradient from W</source>
        <translation>每一步从 W 中减去 η 乘以梯度</translation>
    </message>
    <message>
        <source>Hidden neurons</source>
        <translation>隐藏层神经元</translation>
    </message>
    <message>
        <source>Every weight more costs the numerical gradient two forward passes more</source>
        <translation>每多一个权重，数值梯度就要多两次正向传播</translation>
    </message>
    <message>
        <source>Digits in the batch</source>
        <translation>批中的数字</translation>
    </message>
    <message>
        <source>How many digits the loss is the mean of</source>
        <translation>损失对多少个数字取平均</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>In single precision the difference of two losses has few digits left</source>
        <translation>单精度下，两个损失之差只剩很少几位有效数字</translation>
    </message>
    <message>
        <source>Mistake in backprop</source>
        <translation>反向传播中的错误</translation>
    </message>
    <message>
        <source>Put an error in by intention and see whether the check finds it</source>
        <translation>故意放入一个错误，看看梯度确认能否发现</translation>
    </message>
    <message>
        <source>answers: {samples} rows of {classes} numbers from 0 to 1 were expected</source>
        <translation>answers：需要 {samples} 行、每行 {classes} 个 0 到 1 的数</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Loss functions</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Slope and tangent</source>
        <translation>斜率与切线</translation>
    </message>
    <message>
        <source>How small should h be?</source>
        <translation>h 应该多小？</translation>
    </message>
    <message>
        <source>A network of one matrix</source>
        <translation>一个矩阵的网络</translation>
    </message>
    <message>
        <source>The closure trap</source>
        <translation>闭包陷阱</translation>
    </message>
    <message>
        <source>Numerical against backprop</source>
        <translation>数值微分与反向传播</translation>
    </message>
    <message>
        <source>Book: descent from (−3, 4), η = 0.1 (4.4.1)</source>
        <translation>书中：从 (−3, 4) 下降，η = 0.1（4.4.1）</translation>
    </message>
    <message>
        <source>A long valley: the gradient points aside</source>
        <translation>狭长的山谷：梯度并不指向最小值</translation>
    </message>
    <message>
        <source>Two losses: the right answer (4.2)</source>
        <translation>两种损失函数：正确的输出（4.2）</translation>
    </message>
    <message>
        <source>0.0975 and 0.5108 as in the book. Drag bar 2 up and down: both losses follow, but cross-entropy soars as it nears 0. Click under a bar to make it the right one.</source>
        <translation>与书中相同：0.0975 和 0.5108。上下拖动柱子 2：两种损失都随之变化，但它接近 0 时交叉熵误差急剧上升。点击柱子下方可以把它设为正确解。</translation>
    </message>
    <message>
        <source>Two losses: a wrong answer (4.2)</source>
        <translation>两种损失函数：错误的输出（4.2）</translation>
    </message>
    <message>
        <source>With seven digits rounding wins far earlier: at 1e-4 three of them are left. And h = 1e-50, the book&apos;s warning, is 0 in this precision.</source>
        <translation>只有七位有效数字时，舍入误差早得多地占了上风：在 1e-4 处只剩三位。书中警告过的 h = 1e-50 在这种精度下就是 0。</translation>
    </message>
    <message>
        <source>central (f(x+h) − f(x−h)) / 2h</source>
        <translation>中心差分 (f(x+h) − f(x−h)) / 2h</translation>
    </message>
    <message>
        <source>forward (f(x+h) − f(x)) / h</source>
        <translation>前向差分 (f(x+h) − f(x)) / h</translation>
    </message>
    <message>
        <source>double (float64)</source>
        <translation>双精度（float64）</translation>
    </message>
    <message>
        <source>single (float32)</source>
        <translation>单精度（float32）</translation>
    </message>
    <message>
        <source>as printed in the book</source>
        <translation>书中印出的值</translation>
    </message>
    <message>
        <source>random, from the seed</source>
        <translation>随机，由种子决定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not divided by the batch size</source>
        <translation>没有除以批的大小</translation>
    </message>
    <message>
        <source>gradient of b1 forgotten</source>
        <translation>漏掉了 b1 的梯度</translation>
    </message>
    <message>
        <source>Every step follows the arrow under it and is 0.8 times as long as the last. Drag the ring to start elsewhere.</source>
        <translation>每一步都沿着脚下的箭头，长度是上一步的 0.8 倍。拖动圆环可以从别处出发。</translation>
    </message>
    <message>
        <source>Too large a rate: η = 10 (4.4.1)</source>
        <translation>学习率过大：η = 10（4.4.1）</translation>
    </message>
    <message>
        <source>Each step jumps over the minimum and lands 19 times as far out, to beyond 10¹³. Why does it stop there? Lower η until it comes back.</source>
        <translation>每一步都越过最小值，落到 19 倍远的地方，一直到 10¹³ 以外。为什么会在那里停住？把 η 调小，直到它能回来。</translation>
    </message>
    <message>
        <source>Too small a rate: η = 1e-10 (4.4.1)</source>
        <translation>学习率过小：η = 1e-10（4.4.1）</translation>
    </message>
    <message>
        <source>A hundred steps, and it is still at (−3, 4). Raise η while it runs: the rate takes effect at once.</source>
        <translation>一百步之后仍在 (−3, 4)。运行时把 η 调大：立即生效。</translation>
    </message>
    <message>
        <source>The arrows point across the valley, not along it: x₁ is soon at 0, x₀ creeps. At which η do the steps begin to zigzag?</source>
        <translation>箭头横穿山谷，而不是沿着山谷：x₁ 很快到 0，x₀ 却缓慢爬行。η 多大时开始走之字形？</translation>
    </message>
    <message>
        <source>The descent finds the bottom of the dip in which it started. Drag the ring: how many bottoms are there?</source>
        <translation>下降会到达出发时所在凹地的底部。拖动圆环：一共有几个底部？</translation>
    </message>
    <message>
        <source>The same ten numbers with 0.6 at 7, while 2 is right: 0.5975 and 2.3026. Both losses say that the first answer was better.</source>
        <translation>同样的十个数，但 0.6 在 7 处，而正确解是 2：0.5975 和 2.3026。两种损失都表明前一个输出更好。</translation>
    </message>
    <message>
        <source>The loss of a batch (4.2.4)</source>
        <translation>一个批的损失（4.2.4）</translation>
    </message>
    <message>
        <source>Three answers, one of them wrong: the loss is the mean of the three. Which bar must be dragged to lower it most?</source>
        <translation>三个输出，其中一个错误：损失是三者的平均。拖动哪根柱子最能降低它？</translation>
    </message>
    <message>
        <source>Tangent at x = 5: slope 0.2 (4.3.2)</source>
        <translation>x = 5 处的切线：斜率 0.2（4.3.2）</translation>
    </message>
    <message>
        <source>0.1999999999990898 as in the book: nearly 0.2. Drag the point along the curve, then make h large and see the tangent become a line through two points.</source>
        <translation>与书中相同：0.1999999999990898，几乎是 0.2。沿曲线拖动该点，再把 h 调大，看切线变成过两点的直线。</translation>
    </message>
    <message>
        <source>Tangent at x = 10: slope 0.3 (4.3.2)</source>
        <translation>x = 10 处的切线：斜率 0.3（4.3.2）</translation>
    </message>
    <message>
        <source>Farther right the curve is steeper: 0.2999999999986347, nearly 0.3.</source>
        <translation>越往右曲线越陡：0.2999999999986347，几乎是 0.3。</translation>
    </message>
    <message>
        <source>Forward difference with a large h</source>
        <translation>h 较大的前向差分</translation>
    </message>
    <message>
        <source>The line leans to the side on which f was looked at. Change to the central difference: at the same h it is far nearer to the tangent.</source>
        <translation>直线偏向求 f 的那一侧。改用中心差分：同样的 h，却离切线近得多。</translation>
    </message>
    <message>
        <source>How small should h be? (4.3.1)</source>
        <translation>h 应该多小？（4.3.1）</translation>
    </message>
    <message>
        <source>From the right the error falls, ten times a decade (forward) or a hundred (central), until rounding lifts it again. The dashed line is the book&apos;s 1e-4: drag it.</source>
        <translation>从右往左，h 每缩小到十分之一，误差缩小到十分之一（前向）或百分之一（中心），直到舍入误差又把它抬高。虚线是书中的 1e-4：拖动它。</translation>
    </message>
    <message>
        <source>The same in single precision</source>
        <translation>同样的实验，单精度</translation>
    </message>
    <message>
        <source>A network of one matrix (4.4.2)</source>
        <translation>一个矩阵的网络（4.4.2）</translation>
    </message>
    <message>
        <source>The book&apos;s W, x and dW. Step on: the column of the right class grows, the others shrink. Click another class to make it the right one.</source>
        <translation>书中的 W、x 和 dW。单步前进：正确解的那一列增大，其他列减小。点击另一个类别，把它设为正确解。</translation>
    </message>
    <message>
        <source>The closure trap: a gradient of all zeros</source>
        <translation>闭包陷阱：全为零的梯度</translation>
    </message>
    <message>
        <source>Step on: numerical_gradient moves each number of W up and down. Which of the two losses notices?</source>
        <translation>单步前进：numerical_gradient 把 W 的每个元素上下改动。两个损失中哪一个会察觉？</translation>
    </message>
    <message>
        <source>Numerical against backprop (4.5, 5.7.3)</source>
        <translation>数值微分与反向传播（4.5、5.7.3）</translation>
    </message>
    <message>
        <source>Dot by dot on the diagonal: the same gradient. But count the forward passes, and compare the times.</source>
        <translation>点一个接一个落在对角线上：梯度相同。但请数一数正向传播的次数，再比较时间。</translation>
    </message>
    <message>
        <source>A mistake in backprop, found</source>
        <translation>反向传播中的错误被发现</translation>
    </message>
    <message>
        <source>This is what the slow numerical gradient is kept for: one parameter leaves the diagonal. Which one, and why?</source>
        <translation>保留缓慢的数值梯度正是为此：有一个参数离开了对角线。是哪一个，为什么？</translation>
    </message>
    <message>
        <source>f is not defined at or near x = {x}: move the point elsewhere</source>
        <translation>f 在 x = {x} 或其附近无定义：请把点移到别处</translation>
    </message>
    <message>
        <source>Slope at x = {x}: {slope}; the exact one is {exact}</source>
        <translation>在 x = {x} 处的斜率：{slope}；精确值是 {exact}</translation>
    </message>
    <message>
        <source>h is so large that the line cuts the curve in two points: it is no tangent yet</source>
        <translation>h 太大，直线与曲线相交于两点：还不是切线</translation>
    </message>
    <message>
        <source>h is so small that the subtraction leaves only rounding errors</source>
        <translation>h 太小，相减后只剩舍入误差</translation>
    </message>
    <message>
        <source>f has a kink here: the slope from the left is {left}, from the right {right}</source>
        <translation>f 在这里有尖点：从左边的斜率是 {left}，从右边的是 {right}</translation>
    </message>
    <message>
        <source>Smallest error: forward {forward} at h = {h_forward}, central {central} at h = {h_central}</source>
        <translation>最小误差：前向差分 {forward}（h = {h_forward}），中心差分 {central}（h = {h_central}）</translation>
    </message>
    <message>
        <source>Right of the best h the formula is to blame, left of it rounding</source>
        <translation>最佳 h 的右边是公式的误差，左边是舍入误差</translation>
    </message>
</context>
<context>
    <name>initialization</name>
    <message>
        <source>without batch normalization</source>
        <translation>无 Batch Normalization</translation>
    </message>
    <message>
        <source>with batch normalization</source>
        <translation>有 Batch Normalization</translation>
    </message>
    <message>
        <source>std {scale}</source>
        <translation>标准差 {scale}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 个 epoch</translation>
    </message>
    <message>
        <source>Networks whose weights began with std {scale}</source>
        <translation>权重初始标准差为 {scale} 的网络</translation>
    </message>
    <message>
        <source>without: {accuracy}</source>
        <translation>无：{accuracy}</translation>
    </message>
    <message>
        <source>with: {accuracy}</source>
        <translation>有：{accuracy}</translation>
    </message>
    <message>
        <source>{low} to {high}: {share} of the values</source>
        <translation>{low} 到 {high}：占全部值的 {share}</translation>
    </message>
    <message>
        <source>Standard deviation of the weights</source>
        <translation>权重的标准差</translation>
    </message>
    <message>
        <source>&lt;b&gt;Activations&lt;/b&gt;, going forward from layer to layer</source>
        <translation>&lt;b&gt;激活值&lt;/b&gt;，逐层正向传播</translation>
    </message>
    <message>
        <source>&lt;b&gt;Gradients&lt;/b&gt;, coming back from the last layer</source>
        <translation>&lt;b&gt;梯度&lt;/b&gt;，从最后一层反向传回</translation>
    </message>
    <message>
        <source>Pull: the histograms follow (the weights become std)</source>
        <translation>拖动它，直方图随之变化（权重改用自定标准差）</translation>
    </message>
    <message>
        <source>Standard deviation of the weights: {std}</source>
        <translation>权重的标准差：{std}</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Activations of layer {layer}</source>
        <translation>第 {layer} 层的激活值</translation>
    </message>
    <message>
        <source>Gradients at layer {layer}</source>
        <translation>第 {layer} 层的梯度</translation>
    </message>
    <message>
        <source>{share} beyond</source>
        <translation>{share} 超出范围</translation>
    </message>
    <message>
        <source>{share} flat</source>
        <translation>{share} 平坦</translation>
    </message>
    <message>
        <source>Loss against the step; the dotted line is a guess</source>
        <translation>损失随步数的变化；点线是乱猜的水平</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>loss of the batch, smoothed</source>
        <translation>mini-batch 的损失（平滑后）</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>weights into each of the {count} hidden units</source>
        <translation>进入 {count} 个隐藏单元的权重</translation>
    </message>
    <message>
        <source>unit {number}: weights from {low} to {high}</source>
        <translation>单元 {number}：权重从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Weights into every hidden unit</source>
        <translation>进入每个隐藏单元的权重</translation>
    </message>
    <message>
        <source>Blue is positive, orange negative</source>
        <translation>蓝色为正，橙色为负</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>单元 {number}</translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation>mini-batch 的损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试精度</translation>
    </message>
    <message>
        <source>largest difference between units</source>
        <translation>各单元之间的最大差异</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>权重初始值</translation>
    </message>
    <message>
        <source>Activations and gradients through the layers for any first weights, and who learns from them, with and without batch normalization</source>
        <translation>任意初始权重下各层的激活值与梯度，以及谁能由此学会，有无 Batch Normalization 皆可</translation>
    </message>
    <message>
        <source>std of the last layer</source>
        <translation>最后一层的标准差</translation>
    </message>
    <message>
        <source>std of layer 5 / layer 1</source>
        <translation>第 5 层与第 1 层标准差之比</translation>
    </message>
    <message>
        <source>Units that begin with the same weights, 0 or not, stay identical while they learn; random ones do not (3 seeds)</source>
        <translation>初始权重相同的单元（无论是否为 0）在学习中始终相同；随机初始的则不然（3 个种子）</translation>
    </message>
    <message>
        <source>With weights of std 1 most outputs of sigmoid sit near 0 or 1 in each of five layers, where its slope is less than a tenth of the steepest (3 seeds)</source>
        <translation>权重标准差为 1 时，五层中每一层的 sigmoid 输出大多靠近 0 或 1，那里的斜率不到最大斜率的十分之一（3 个种子）</translation>
    </message>
    <message>
        <source>With weights of std .01 all outputs of the fifth sigmoid layer crowd round one value (3 seeds)</source>
        <translation>权重标准差为 0.01 时，第五层 sigmoid 的输出全部挤在一个值附近（3 个种子）</translation>
    </message>
    <message>
        <source>With He&apos;s weights ReLU keeps its spread through five layers (3 seeds)</source>
        <translation>使用 He 初始值，ReLU 在五层之后仍保持分布的广度（3 个种子）</translation>
    </message>
    <message>
        <source>With weights of std .01 the outputs of ReLU layers die out: less than a thousandth is left after five (3 seeds)</source>
        <translation>权重标准差为 0.01 时，ReLU 层的输出逐渐消失：五层之后剩下不到千分之一（3 个种子）</translation>
    </message>
    <message>
        <source>With ReLU the network that begins with std .01 stays at 2.30, and the one that begins with He&apos;s weights learns (300 steps, 3 seeds)</source>
        <translation>使用 ReLU 时，从标准差 0.01 开始的网络损失停在 2.30，而从 He 初始值开始的网络能学会（300 步，3 个种子）</translation>
    </message>
    <message>
        <source>Batch normalization keeps the spread of sigmoid layers for any std of the weights (.01, .1 and 1; 3 seeds)</source>
        <translation>无论权重标准差多大，Batch Normalization 都能保持 sigmoid 各层的分布广度（0.01、0.1 和 1；3 个种子）</translation>
    </message>
    <message>
        <source>Of 16 scales of the first weights most learn with batch normalization, and few without (10 epochs, 3 seeds)</source>
        <translation>16 种初始权重尺度中，有 Batch Normalization 时大多能学会，没有时只有少数能学会（10 个 epoch，3 个种子）</translation>
    </message>
    <message>
        <source>largest difference, begun alike</source>
        <translation>最大差异（相同初始值）</translation>
    </message>
    <message>
        <source>the same, begun at random</source>
        <translation>同上（随机初始值）</translation>
    </message>
    <message>
        <source>saturated in layer 1</source>
        <translation>第 1 层的饱和比例</translation>
    </message>
    <message>
        <source>saturated in layer 5</source>
        <translation>第 5 层的饱和比例</translation>
    </message>
    <message>
        <source>loss from std .01</source>
        <translation>从标准差 0.01 开始的损失</translation>
    </message>
    <message>
        <source>loss from He</source>
        <translation>从 He 初始值开始的损失</translation>
    </message>
    <message>
        <source>scales that learn, with</source>
        <translation>能学会的尺度数（有）</translation>
    </message>
    <message>
        <source>scales that learn, without</source>
        <translation>能学会的尺度数（无）</translation>
    </message>
    <message>
        <source>Epoch {epoch}: of 16 scales {plain} have learned half of the digits without batch normalization, {normalized} with it</source>
        <translation>第 {epoch} 个 epoch：16 种尺度中，没有 Batch Normalization 时有 {plain} 种学会了一半的数字，有它时有 {normalized} 种</translation>
    </message>
    <message>
        <source>{share} of the last layer&apos;s outputs sit where {activation} is flat, and hardly pass a gradient on: what reaches layer 1, with {gradient} of its size, comes through the others</source>
        <translation>最后一层有 {share} 的输出位于 {activation} 的平坦处，几乎不传递梯度：传到第 1 层的梯度（大小为原来的 {gradient}）都来自其余的输出</translation>
    </message>
    <message>
        <source>The outputs pile up at 0 and 1, where sigmoid is flat: what sits there learns nothing. Pull the standard deviation down, and watch both rows.</source>
        <translation>输出堆积在 0 和 1 处，那里 sigmoid 是平的：落在那里的单元什么也学不到。把标准差往小拖，观察上下两行。</translation>
    </message>
    <message>
        <source>The outputs crowd round one value, standard deviation {std}: all units say the same, a hundred of them are worth one</source>
        <translation>输出都挤在一个值附近，标准差 {std}：所有单元说的都一样，一百个只抵一个</translation>
    </message>
    <message>
        <source>accuracy on the digits learned from, by epoch; × diverged</source>
        <translation>训练所用数字上的识别精度（按 epoch）；× 表示已发散</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Standard deviation of the weights: {std} ({kind})</source>
        <translation>权重的标准差：{std}（{kind}）</translation>
    </message>
    <message>
        <source>{share} of units dead</source>
        <translation>{share} 的单元死亡</translation>
    </message>
    <message>
        <source>Mean ± standard deviation; flat: the share where the slope is below a tenth of the steepest; dead: answers 0 to all data; beyond: outside of the picture</source>
        <translation>均值 ± 标准差；平坦：斜率不到最大斜率十分之一的输出所占的比例；死亡：对所有数据都输出 0；超出范围：在图之外</translation>
    </message>
    <message>
        <source>above the picture</source>
        <translation>超出图上方</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>等于乱猜</translation>
    </message>
    <message>
        <source>With Xavier&apos;s weights sigmoid and tanh keep about half of their spread, or more, through five layers (3 seeds)</source>
        <translation>使用 Xavier 初始值，sigmoid 与 tanh 在五层之后仍保持大约一半以上的分布广度（3 个种子）</translation>
    </message>
    <message>
        <source>On its way back through five ReLU layers the gradient vanishes with weights of std .01, explodes with std 1, and keeps its size with He&apos;s (3 seeds)</source>
        <translation>梯度反向传过五层 ReLU 时，权重标准差为 0.01 则消失，为 1 则爆炸，用 He 初始值则保持大小（3 个种子）</translation>
    </message>
    <message>
        <source>gradient at layer 1, std .01</source>
        <translation>第 1 层的梯度，标准差 0.01</translation>
    </message>
    <message>
        <source>gradient at layer 1, He</source>
        <translation>第 1 层的梯度，He</translation>
    </message>
    <message>
        <source>gradient at layer 1, std 1</source>
        <translation>第 1 层的梯度，标准差 1</translation>
    </message>
    <message>
        <source>Diverged without it: std {scales}</source>
        <translation>没有它时发散：标准差 {scales}</translation>
    </message>
    <message>
        <source>Diverged with it: std {scales}</source>
        <translation>有它时发散：标准差 {scales}</translation>
    </message>
    <message>
        <source>From layer to layer the outputs shrink, to {std}: the signal dies out</source>
        <translation>输出逐层变小，直到 {std}：信号消失了</translation>
    </message>
    <message>
        <source>From layer to layer the outputs grow, to {std}: the signal explodes</source>
        <translation>输出逐层变大，直到 {std}：信号爆炸了</translation>
    </message>
    <message>
        <source>The spread is kept: {first} after the first layer, {last} after the last; the gradient comes back with {gradient} of its size</source>
        <translation>分布的广度得以保持：第一层之后为 {first}，最后一层之后为 {last}；梯度传回时为原来大小的 {gradient}</translation>
    </message>
    <message>
        <source>Activations, layer by layer</source>
        <translation>逐层的激活值</translation>
    </message>
    <message>
        <source>Learning from different weights</source>
        <translation>从不同的权重开始学习</translation>
    </message>
    <message>
        <source>16 scales, with and without batch norm</source>
        <translation>16 种尺度，有无 Batch Norm</translation>
    </message>
    <message>
        <source>Units that begin alike</source>
        <translation>初始相同的单元</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>a standard deviation of one&apos;s own</source>
        <translation>自定标准差</translation>
    </message>
    <message>
        <source>Xavier: √(1/n)</source>
        <translation>Xavier：√(1/n)</translation>
    </message>
    <message>
        <source>He: √(2/n)</source>
        <translation>He：√(2/n)</translation>
    </message>
    <message>
        <source>all 0</source>
        <translation>全部为 0</translation>
    </message>
    <message>
        <source>std .01</source>
        <translation>标准差 0.01</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>std 1</source>
        <translation>标准差 1</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>all the same, .1</source>
        <translation>全部相同，0.1</translation>
    </message>
    <message>
        <source>random (Xavier)</source>
        <translation>随机（Xavier）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>Batch Normalization</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Units in a layer</source>
        <translation>每层的单元数</translation>
    </message>
    <message>
        <source>Data points</source>
        <translation>数据个数</translation>
    </message>
    <message>
        <source>Who begins how</source>
        <translation>谁从哪里开始</translation>
    </message>
    <message>
        <source>All weights begin</source>
        <translation>所有权重的初始值</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>epoch 数</translation>
    </message>
    <message>
        <source>Which of the chapter&apos;s experiments to look at</source>
        <translation>观察本章的哪个实验</translation>
    </message>
    <message>
        <source>The function after every layer</source>
        <translation>每一层之后的函数</translation>
    </message>
    <message>
        <source>How widely the first random weights are spread; n is a unit&apos;s inputs</source>
        <translation>初始随机权重分布得多广；n 是单元的输入个数</translation>
    </message>
    <message>
        <source>Of the normal distribution of the weights</source>
        <translation>权重所服从的正态分布的标准差</translation>
    </message>
    <message>
        <source>Between every affine layer and its activation</source>
        <translation>位于每个 Affine 层与其激活函数之间</translation>
    </message>
    <message>
        <source>How many layers the data goes through</source>
        <translation>数据要经过多少层</translation>
    </message>
    <message>
        <source>As many as each data point has numbers</source>
        <translation>与每个数据所含数值的个数相同</translation>
    </message>
    <message>
        <source>Normally distributed, mean 0, standard deviation 1</source>
        <translation>服从均值为 0、标准差为 1 的正态分布</translation>
    </message>
    <message>
        <source>One network each; all see the same batches</source>
        <translation>各用一个网络；所有网络看到的批次相同</translation>
    </message>
    <message>
        <source>Of both layers of 784-8-10</source>
        <translation>784-8-10 网络两层的权重</translation>
    </message>
    <message>
        <source>Of SGD; may be changed while they learn</source>
        <translation>SGD 的学习率；学习途中可以更改</translation>
    </message>
    <message>
        <source>Updates of every network; the book makes 2,000</source>
        <translation>每个网络的更新次数；书中为 2000 次</translation>
    </message>
    <message>
        <source>How often every network sees the 1,000 digits it learns from</source>
        <translation>每个网络把 1000 个训练数字看多少遍</translation>
    </message>
    <message>
        <source>Book: sigmoid, std 1 (6.2.2)</source>
        <translation>书中：sigmoid，标准差 1（6.2.2）</translation>
    </message>
    <message>
        <source>Sigmoid, std .01</source>
        <translation>sigmoid，标准差 0.01</translation>
    </message>
    <message>
        <source>Nothing saturates, yet all outputs are close to .5: units that say the same are worth as much as one.</source>
        <translation>没有饱和，但所有输出都靠近 0.5：说同样话的许多单元只抵得上一个。</translation>
    </message>
    <message>
        <source>Sigmoid, Xavier</source>
        <translation>sigmoid，Xavier</translation>
    </message>
    <message>
        <source>Broader than before in every layer. Make the layers wider or narrower: the spread stays, because √(1/n) goes along.</source>
        <translation>每一层的分布都比之前更广。把层变宽或变窄：广度不变，因为 √(1/n) 随之改变。</translation>
    </message>
    <message>
        <source>tanh, Xavier</source>
        <translation>tanh，Xavier</translation>
    </message>
    <message>
        <source>tanh is symmetric about 0, and its outputs make a neat bell in every layer.</source>
        <translation>tanh 关于 0 对称，每一层的输出都呈漂亮的钟形。</translation>
    </message>
    <message>
        <source>ReLU, std .01 (6.2.3)</source>
        <translation>ReLU，标准差 0.01（6.2.3）</translation>
    </message>
    <message>
        <source>From layer to layer the outputs become smaller by a factor of ten: the gradients for the weights vanish with them.</source>
        <translation>输出每过一层就缩小到十分之一左右：权重的梯度也随之消失。</translation>
    </message>
    <message>
        <source>ReLU, Xavier</source>
        <translation>ReLU，Xavier</translation>
    </message>
    <message>
        <source>Better, but each layer loses a little: ReLU silences half of the units, and √(1/n) does not know of it. Add layers to see where this leads.</source>
        <translation>好一些，但每层都会损失一点：ReLU 让一半的单元沉默，而 √(1/n) 没有考虑这一点。增加层数，看看结果如何。</translation>
    </message>
    <message>
        <source>ReLU, He</source>
        <translation>ReLU，He</translation>
    </message>
    <message>
        <source>√(2/n) makes up for the silent half: the histograms stay as broad as the first, however many layers there are.</source>
        <translation>√(2/n) 补偿了沉默的那一半：无论有多少层，直方图都和第一层一样宽。</translation>
    </message>
    <message>
        <source>Batch normalization (6.3)</source>
        <translation>Batch Normalization（6.3）</translation>
    </message>
    <message>
        <source>Pull the standard deviation from one end to the other: with batch normalization the histograms hardly notice. Then switch it off.</source>
        <translation>把标准差从一端拖到另一端：有 Batch Normalization 时，直方图几乎不变。然后把它关掉。</translation>
    </message>
    <message>
        <source>Book: std .01, Xavier and He learn (6.2.4)</source>
        <translation>书中：0.01、Xavier、He 的学习（6.2.4）</translation>
    </message>
    <message>
        <source>With ReLU and std .01 the loss stays at 2.30: nothing is learned. He is ahead of Xavier.</source>
        <translation>使用 ReLU 和标准差 0.01，损失停在 2.30：什么也没学到。He 领先于 Xavier。</translation>
    </message>
    <message>
        <source>The same race with sigmoid</source>
        <translation>用 sigmoid 再赛一次</translation>
    </message>
    <message>
        <source>Five sigmoid layers hardly pass a gradient on, whatever they begin with. Now switch batch normalization on.</source>
        <translation>五层 sigmoid 几乎不传递梯度，无论从什么初始值开始。现在打开 Batch Normalization。</translation>
    </message>
    <message>
        <source>Book: 16 scales and Batch Norm (6.3.2)</source>
        <translation>书中：16 种尺度与 Batch Norm（6.3.2）</translation>
    </message>
    <message>
        <source>Solid with batch normalization, dashed without: it learns from nearly every scale. In which pictures does the dashed line win?</source>
        <translation>实线有 Batch Normalization，虚线没有：前者几乎从任何尺度都能学会。在哪几幅图里虚线反而领先？</translation>
    </message>
    <message>
        <source>All weights 0 (6.2.1)</source>
        <translation>权重全为 0（6.2.1）</translation>
    </message>
    <message>
        <source>Eight hidden units, one picture: whatever the network learns, all eight learn alike.</source>
        <translation>八个隐藏单元，同一幅图：无论网络学到什么，八个都一样。</translation>
    </message>
    <message>
        <source>All weights the same</source>
        <translation>权重全部相同</translation>
    </message>
    <message>
        <source>Not 0 is the trouble, alike is: with .1 everywhere it is the same.</source>
        <translation>问题不在于 0，而在于相同：全部取 0.1 也一样。</translation>
    </message>
    <message>
        <source>Random weights break the symmetry</source>
        <translation>随机权重打破对称性</translation>
    </message>
    <message>
        <source>Eight pictures that go their own ways, and a loss that falls further.</source>
        <translation>八幅图各走各的路，损失也降得更低。</translation>
    </message>
    <message>
        <source>Nobody learns: choose at least one beginning</source>
        <translation>没有网络在学习：请至少选择一种初始值</translation>
    </message>
    <message>
        <source>{name}: loss {loss}</source>
        <translation>{name}：损失 {loss}</translation>
    </message>
    <message>
        <source>{name}: loss {loss}, no better than a guess (log 10 = 2.303)</source>
        <translation>{name}：损失 {loss}，不比乱猜强（log 10 = 2.303）</translation>
    </message>
    <message>
        <source>After {step} steps the {units} units are still one: largest difference {difference}. Loss {loss}</source>
        <translation>{step} 步之后，{units} 个单元仍然是同一个：最大差异 {difference}。损失 {loss}</translation>
    </message>
    <message>
        <source>The units differ by up to {difference}: each has begun elsewhere and learns something of its own. Loss {loss}</source>
        <translation>各单元最多相差 {difference}：起点不同，各自学到不同的东西。损失 {loss}</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Open a lab</source>
        <translation>打开某个实验</translation>
    </message>
    <message>
        <source>Next lab</source>
        <translation>下一个实验</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Run, or pause</source>
        <translation>运行或暂停</translation>
    </message>
    <message>
        <source>One frame on, one frame back</source>
        <translation>前进一帧，后退一帧</translation>
    </message>
    <message>
        <source>Cancel and go back to the beginning</source>
        <translation>取消并回到开头</translation>
    </message>
    <message>
        <source>Branch: keep the run and go another way from this frame</source>
        <translation>分支：保留本次运行，从这一帧走另一条路</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>粘贴设置</translation>
    </message>
    <message>
        <source>Right click, or the menu key</source>
        <translation>右击，或菜单键</translation>
    </message>
    <message>
        <source>On a picture: copy or save it alone</source>
        <translation>在图上：单独复制或保存这幅图</translation>
    </message>
    <message>
        <source>Open a run, save the run</source>
        <translation>打开实验，保存实验</translation>
    </message>
    <message>
        <source>Lesson and code</source>
        <translation>讲解与代码</translation>
    </message>
    <message>
        <source>Settings of the lab</source>
        <translation>实验的设置栏</translation>
    </message>
    <message>
        <source>Presentation: large type, the picture alone</source>
        <translation>演示模式：大字，只留图</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Next control, control before</source>
        <translation>下一个控件，上一个控件</translation>
    </message>
    <message>
        <source>In a plot: move a pointer, as the mouse would</source>
        <translation>在图中：移动指针，如同鼠标</translation>
    </message>
    <message>
        <source>In a plot: click there; take hold, let go</source>
        <translation>在图中：在该处单击；抓住、放开</translation>
    </message>
</context>
<context>
    <name>lesson</name>
    <message>
        <source>This run as a script</source>
        <translation>把这次运行写成脚本</translation>
    </message>
    <message>
        <source>The run as a script, or a part of the engine that it uses</source>
        <translation>把运行写成脚本，或看它用到的引擎代码</translation>
    </message>
    <message>
        <source>What code to show</source>
        <translation>显示哪段代码</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Read-only; select a part to copy it</source>
        <translation>只读；选中一部分即可复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全部文字</translation>
    </message>
    <message>
        <source>Save as .py…</source>
        <translation>存为 .py…</translation>
    </message>
    <message>
        <source>Save the script: it prints the numbers that the run ends with</source>
        <translation>保存脚本：它会打印出这次运行最后的数字</translation>
    </message>
    <message>
        <source>The code is in the clipboard</source>
        <translation>代码已复制到剪贴板</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>What this lab shows; links set what they speak of</source>
        <translation>这个实验展示什么；点链接会设定文中所说的参数</translation>
    </message>
    <message>
        <source>Lesson and code</source>
        <translation>讲解与代码</translation>
    </message>
    <message>
        <source>What this lab is about</source>
        <translation>本实验讲什么</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The run as a script, and the engine&apos;s own source</source>
        <translation>把运行写成脚本，以及引擎自己的源代码</translation>
    </message>
    <message>
        <source>Arrows turn the pages</source>
        <translation>方向键切换页面</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Three-layer network (784-50-100-10)</source>
        <translation>3 层神经网络（784-50-100-10）</translation>
    </message>
    <message>
        <source>Two-layer network (784-50-10)</source>
        <translation>2 层神经网络（784-50-10）</translation>
    </message>
    <message>
        <source>SimpleConvNet (one convolution)</source>
        <translation>SimpleConvNet（1 个卷积层）</translation>
    </message>
    <message>
        <source>DeepConvNet (six convolutions)</source>
        <translation>DeepConvNet（6 个卷积层）</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>As shipped, or your own: trained on your digits in the digits lab, or from a file of weights that you drop on the window</source>
        <translation>随程序附带的，或者您自己的：在“识别数字”实验里用您的数字训练出来的，或者来自拖到窗口上的权重文件</translation>
    </message>
    <message>
        <source>The network cannot be loaded: {reason}</source>
        <translation>无法载入网络：{reason}</translation>
    </message>
    <message>
        <source>{path}: not the weights of one of {models}</source>
        <translation>{path}：不是 {models} 中任何一个的权重</translation>
    </message>
    <message>
        <source>You have not trained this network on your digits yet: the shipped weights stand in</source>
        <translation>您还没有用自己的数字训练过这个网络：暂用自带权重</translation>
    </message>
    <message>
        <source>No file with weights for this network was dropped on the window yet: the shipped weights stand in</source>
        <translation>还没有把这个网络的权重文件拖到窗口上：暂用自带权重</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>自带权重</translation>
    </message>
    <message>
        <source>trained on my digits</source>
        <translation>用我的数字训练的</translation>
    </message>
    <message>
        <source>from my file</source>
        <translation>来自我的文件</translation>
    </message>
</context>
<context>
    <name>optimizers</name>
    <message>
        <source>f is not defined at the start ({x}, {y}): move the ring elsewhere</source>
        <translation>f 在起点 ({x}, {y}) 无定义：请把圆环移到别处</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>A race of SGD, Momentum, AdaGrad, Adam and five more down a surface of the book, a famous one, or one that the reader types</source>
        <translation>SGD、Momentum、AdaGrad、Adam 等九种优化器在书中的曲面、著名的测试函数或自己输入的函数上比赛</translation>
    </message>
    <message>
        <source>{name} ran away at step {step}</source>
        <translation>{name} 在第 {step} 步发散出局</translation>
    </message>
    <message>
        <source>{name} came to where f is not defined, at step {step}</source>
        <translation>{name} 在第 {step} 步走到了 f 无定义的地方</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>Newton</translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation>BFGS</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>The function whose lowest point is looked for</source>
        <translation>要寻找最低点的函数</translation>
    </message>
    <message>
        <source>f(x, y)</source>
        <translation>f(x, y)</translation>
    </message>
    <message>
        <source>Loss of every optimizer against the step</source>
        <translation>各优化器的损失随步数的变化</translation>
    </message>
    <message>
        <source>loss of the batch, smoothed</source>
        <translation>批数据的损失（平滑）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>f above the lowest minimum</source>
        <translation>f 高出最低点的值</translation>
    </message>
    <message>
        <source>f({x}, {y}) ≈ {value}</source>
        <translation>f({x}, {y}) ≈ {value}</translation>
    </message>
    <message>
        <source>The start of all: drag it, or click anywhere in the picture</source>
        <translation>所有选手的起点：拖动它，或在图上任意处点击</translation>
    </message>
    <message>
        <source>Map of the surface with the trail of every optimizer</source>
        <translation>曲面的等高线图与各优化器的轨迹</translation>
    </message>
    <message>
        <source>{name}, step {step}: ({x}, {y})</source>
        <translation>{name}，第 {step} 步：({x}, {y})</translation>
    </message>
    <message>
        <source>f({x}, {y}) is not defined</source>
        <translation>f({x}, {y}) 无定义</translation>
    </message>
    <message>
        <source>Where everyone is now, the lowest first</source>
        <translation>各优化器当前的位置，最低的排在最前</translation>
    </message>
    <message>
        <source>Standings of the race</source>
        <translation>比赛名次</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出局</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>f</source>
        <translation>f</translation>
    </message>
    <message>
        <source>Rest on a curve to read its numbers</source>
        <translation>停在曲线上可读出数值</translation>
    </message>
    <message>
        <source>farthest in x</source>
        <translation>x 方向的最远距离</translation>
    </message>
    <message>
        <source>SGD&apos;s loss ÷ the next, the least</source>
        <translation>SGD 的损失 ÷ 次大的损失，最小值</translation>
    </message>
    <message>
        <source>SGD with η = 0.95 is at (−0.350393, 0.084782) after 30 updates on x²/20 + y² from (−7, 2).</source>
        <translation>在 x²/20 + y² 上从 (−7, 2) 出发，η = 0.95 的 SGD 更新 30 次后位于 (−0.350393, 0.084782)。</translation>
    </message>
    <message>
        <source>Momentum with η = 0.1 is at (0.896414, 0.088086) after 30 updates on x²/20 + y² from (−7, 2).</source>
        <translation>在 x²/20 + y² 上从 (−7, 2) 出发，η = 0.1 的 Momentum 更新 30 次后位于 (0.896414, 0.088086)。</translation>
    </message>
    <message>
        <source>AdaGrad with η = 1.5 is at (−0.120162, 0) after 30 updates on x²/20 + y² from (−7, 2).</source>
        <translation>在 x²/20 + y² 上从 (−7, 2) 出发，η = 1.5 的 AdaGrad 更新 30 次后位于 (−0.120162, 0)。</translation>
    </message>
    <message>
        <source>Adam with η = 0.3 is at (0.136007, 0.318245) after 30 updates on x²/20 + y² from (−7, 2).</source>
        <translation>在 x²/20 + y² 上从 (−7, 2) 出发，η = 0.3 的 Adam 更新 30 次后位于 (0.136007, 0.318245)。</translation>
    </message>
    <message>
        <source>On y² − x², started at x = 0, SGD and AdaGrad stop on the saddle (0, 0), which is no minimum.</source>
        <translation>在 y² − x² 上从 x = 0 出发，SGD 和 AdaGrad 停在鞍点 (0, 0)，而它并不是极小值点。</translation>
    </message>
    <message>
        <source>On x² + y² SGD with a rate above 0.5 jumps over the minimum at every step, and below 1 gets there all the same.</source>
        <translation>在 x² + y² 上，学习率超过 0.5 的 SGD 每一步都越过最小值，而低于 1 时仍能到达。</translation>
    </message>
    <message>
        <source>On x² + y² SGD does not converge from a rate of 1 on: at 1 it stays as far away as it was, at 1.1 it runs away.</source>
        <translation>在 x² + y² 上，学习率从 1 起 SGD 不再收敛：为 1 时离最小值始终一样远，为 1.1 时越跑越远。</translation>
    </message>
    <message>
        <source>What AdaGrad makes of a slope only shrinks from step to step; RMSprop forgets old slopes, and its steps for a slope grow again.</source>
        <translation>对同样的梯度，AdaGrad 的步子一步比一步小；RMSprop 会忘记旧的梯度，步子又会变大。</translation>
    </message>
    <message>
        <source>With the same rate and momentum Nesterov overshoots the minimum less than Momentum.</source>
        <translation>学习率和动量相同时，Nesterov 越过最小值的幅度比 Momentum 小。</translation>
    </message>
    <message>
        <source>On digits Momentum, AdaGrad and Adam learn faster than SGD: after 300 steps its loss is more than twice that of each (over 3 seeds).</source>
        <translation>在手写数字上，Momentum、AdaGrad 和 Adam 比 SGD 学得快：300 步之后 SGD 的损失是它们各自的两倍以上（3 个种子）。</translation>
    </message>
    <message>
        <source>The same with the book&apos;s 2,000 steps (over 3 seeds).</source>
        <translation>同上，按书中的 2,000 步（3 个种子）。</translation>
    </message>
    <message>
        <source>jumps at 0.4</source>
        <translation>0.4 时越过的比例</translation>
    </message>
    <message>
        <source>jumps at 0.6</source>
        <translation>0.6 时越过的比例</translation>
    </message>
    <message>
        <source>jumps at 0.9</source>
        <translation>0.9 时越过的比例</translation>
    </message>
    <message>
        <source>|x| at 0.6</source>
        <translation>0.6 时的 |x|</translation>
    </message>
    <message>
        <source>|x| at 0.9</source>
        <translation>0.9 时的 |x|</translation>
    </message>
    <message>
        <source>distance ÷ start at 1</source>
        <translation>1 时的距离 ÷ 起点距离</translation>
    </message>
    <message>
        <source>distance ÷ start at 1.1</source>
        <translation>1.1 时的距离 ÷ 起点距离</translation>
    </message>
    <message>
        <source>AdaGrad&apos;s largest growth</source>
        <translation>AdaGrad 的最大增长倍数</translation>
    </message>
    <message>
        <source>RMSprop: last ÷ least</source>
        <translation>RMSprop：最后 ÷ 最小</translation>
    </message>
    <message>
        <source>Nesterov&apos;s overshoot</source>
        <translation>Nesterov 越过的幅度</translation>
    </message>
    <message>
        <source>Nesterov ÷ Momentum</source>
        <translation>Nesterov ÷ Momentum</translation>
    </message>
    <message>
        <source>SGD&apos;s distance</source>
        <translation>SGD 的距离</translation>
    </message>
    <message>
        <source>AdaGrad&apos;s distance</source>
        <translation>AdaGrad 的距离</translation>
    </message>
    <message>
        <source>optimizers</source>
        <translation>优化器个数</translation>
    </message>
    <message>
        <source>On y⁴ + 3x⁴ + 8x³ − 48x² all who start at x = −1 go to the minimum at x = −4.</source>
        <translation>在 y⁴ + 3x⁴ + 8x³ − 48x² 上，从 x = −1 出发的全都走到 x = −4 的极小值。</translation>
    </message>
    <message>
        <source>On y⁴ + 3x⁴ + 8x³ − 48x² all who start at x = 0.6 go to the minimum at x = 2, although it is not the lowest.</source>
        <translation>在 y⁴ + 3x⁴ + 8x³ − 48x² 上，从 x = 0.6 出发的全都走到 x = 2 的极小值，尽管它并不是最低的。</translation>
    </message>
    <message>
        <source>{name} has the lowest loss: {loss}</source>
        <translation>{name} 的损失最低：{loss}</translation>
    </message>
    <message>
        <source>Newton and BFGS stay out: for {count} weights their matrix would have {entries} entries</source>
        <translation>牛顿法和 BFGS 不参加：{count} 个权重的矩阵会有 {entries} 个元素</translation>
    </message>
    <message>
        <source>Numbers, x, y, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu sigmoid; its gradient is exact, by a computational graph</source>
        <translation>可用：数字、x、y、pi、e、+ - * / **、括号、exp log sin cos tanh sqrt abs max min relu sigmoid；梯度由计算图精确求出</translation>
    </message>
    <message>
        <source>x and y from −r to r</source>
        <translation>x、y 从 −r 到 r</translation>
    </message>
    <message>
        <source>How much of a typed surface the picture shows</source>
        <translation>图中显示多大范围的自定义曲面</translation>
    </message>
    <message>
        <source>Start x</source>
        <translation>起点 x</translation>
    </message>
    <message>
        <source>Start y</source>
        <translation>起点 y</translation>
    </message>
    <message>
        <source>All start here; click into the picture or drag the ring to move it</source>
        <translation>所有选手都从这里出发；在图上点击或拖动圆环可以移动它</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many updates each competitor makes</source>
        <translation>每个选手更新参数的次数</translation>
    </message>
    <message>
        <source>In the race</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <source>Any set of them runs from the same start</source>
        <translation>任意组合，都从同一起点出发</translation>
    </message>
    <message>
        <source>SGD: rate η</source>
        <translation>SGD：学习率 η</translation>
    </message>
    <message>
        <source>Momentum: rate η</source>
        <translation>Momentum：学习率 η</translation>
    </message>
    <message>
        <source>Nesterov: rate η</source>
        <translation>Nesterov：学习率 η</translation>
    </message>
    <message>
        <source>AdaGrad: rate η</source>
        <translation>AdaGrad：学习率 η</translation>
    </message>
    <message>
        <source>RMSprop: rate η</source>
        <translation>RMSprop：学习率 η</translation>
    </message>
    <message>
        <source>AdaDelta: rate η</source>
        <translation>AdaDelta：学习率 η</translation>
    </message>
    <message>
        <source>Adam: rate η</source>
        <translation>Adam：学习率 η</translation>
    </message>
    <message>
        <source>Learning rate: how far one step goes</source>
        <translation>学习率：一步走多远</translation>
    </message>
    <message>
        <source>The paper has none: 1 is AdaDelta as published, and it starts very slowly</source>
        <translation>论文中没有学习率：取 1 即原始的 AdaDelta，起步很慢</translation>
    </message>
    <message>
        <source>Momentum: α</source>
        <translation>Momentum：α</translation>
    </message>
    <message>
        <source>Nesterov: α</source>
        <translation>Nesterov：α</translation>
    </message>
    <message>
        <source>How much of its velocity the ball keeps from step to step</source>
        <translation>小球每一步保留多少速度</translation>
    </message>
    <message>
        <source>RMSprop: decay ρ</source>
        <translation>RMSprop：衰减率 ρ</translation>
    </message>
    <message>
        <source>AdaDelta: decay ρ</source>
        <translation>AdaDelta：衰减率 ρ</translation>
    </message>
    <message>
        <source>How much of the old squared gradients is remembered</source>
        <translation>过去的梯度平方保留多少</translation>
    </message>
    <message>
        <source>Adam: β₁</source>
        <translation>Adam：β₁</translation>
    </message>
    <message>
        <source>How much of the mean gradient is remembered</source>
        <translation>过去的梯度平均保留多少</translation>
    </message>
    <message>
        <source>Adam: β₂</source>
        <translation>Adam：β₂</translation>
    </message>
    <message>
        <source>Newton: damping</source>
        <translation>Newton（牛顿法）：阻尼</translation>
    </message>
    <message>
        <source>The least curvature that is believed: larger makes shorter steps on flat ground</source>
        <translation>采信的最小曲率：越大，在平坦处步子越短</translation>
    </message>
    <message>
        <source>Book: four optimizers on x²/20 + y² (6.1)</source>
        <translation>书中：x²/20 + y² 上的四种优化器（6.1）</translation>
    </message>
    <message>
        <source>SGD zigzags between the steep walls, Momentum rolls like a ball, AdaGrad&apos;s steps shrink, Adam is a little of both. Drag the ring to start elsewhere.</source>
        <translation>SGD 在陡壁之间走之字形，Momentum 像小球一样滚动，AdaGrad 的步子越来越小，Adam 兼有两者的特点。拖动圆环可以换一个起点。</translation>
    </message>
    <message>
        <source>All nine on the book&apos;s surface</source>
        <translation>书中曲面上的全部九种</translation>
    </message>
    <message>
        <source>Newton is there in one step: on a parabola the curvature tells all. AdaDelta has hardly left, because it first has to learn how long a step may be.</source>
        <translation>牛顿法一步到达：在抛物面上曲率说明了一切。AdaDelta 几乎没有动，因为它得先学会一步可以走多长。</translation>
    </message>
    <message>
        <source>From x = 0 no one feels a slope along x: SGD and AdaGrad come to rest on the saddle for good. Now drag the start a hair to the side.</source>
        <translation>从 x = 0 出发感觉不到 x 方向的坡度：SGD 和 AdaGrad 永远停在鞍点上。现在把起点往旁边拖一点点。</translation>
    </message>
    <message>
        <source>Saddle, started a hair beside</source>
        <translation>鞍点，起点稍偏</translation>
    </message>
    <message>
        <source>All feel the slope in the end. Who is first to leave the saddle, and who waits there longest?</source>
        <translation>最终大家都会感觉到坡度。谁最先离开鞍点，谁停留得最久？</translation>
    </message>
    <message>
        <source>Two minima, from the left</source>
        <translation>两个极小值，从左侧出发</translation>
    </message>
    <message>
        <source>All go down to x = −4, the lower minimum; along y, where y⁴ is flat, they creep. Drag the ring across the crest at x = 0: which minimum will they find?</source>
        <translation>全都下到 x = −4，即较低的极小值；沿 y 方向 y⁴ 很平，只能慢慢爬。把圆环拖过 x = 0 处的山脊：它们会找到哪个极小值？</translation>
    </message>
    <message>
        <source>Too large a rate: SGD oscillates</source>
        <translation>学习率过大：SGD 振荡</translation>
    </message>
    <message>
        <source>AdaGrad never forgets, RMSprop does</source>
        <translation>AdaGrad 从不忘记，RMSprop 会忘记</translation>
    </message>
    <message>
        <source>AdaGrad remembers every slope it met, and what it makes of a slope only shrinks. RMSprop forgets the steep start: near the end slopes are small, yet its steps are not.</source>
        <translation>AdaGrad 记住遇到过的每个梯度，同样的梯度换来的步子只会越来越小。RMSprop 会忘记陡峭的起点：临近终点梯度虽小，步子却不小。</translation>
    </message>
    <message>
        <source>Four minima, all of height 0. Those who rescale x and y separately (AdaGrad, RMSprop, AdaDelta, Adam) go to another one than the rest. Drag the ring a little.</source>
        <translation>四个最小值，高度都是 0。分别缩放 x 和 y 的（AdaGrad、RMSprop、AdaDelta、Adam）与其余的走向不同的最小值。稍微拖动圆环试试。</translation>
    </message>
    <message>
        <source>A rate that is safe at the steep edge crawls on the plateau. BFGS arrives within twenty steps; Newton, where the ground hardly bends, is sent far out of the picture.</source>
        <translation>在陡边上安全的学习率，到了高原上就只能爬行。BFGS 二十步内到达；牛顿法在几乎不弯曲的地面上被抛到画面之外很远。</translation>
    </message>
    <message>
        <source>A pit at every whole number, and only the one at (0, 0) is the lowest. Most are caught next to the start; the long leaps of Newton and BFGS end elsewhere, but no lower.</source>
        <translation>每个整数点上都有一个坑，只有 (0, 0) 处的最低。大多数困在起点旁边；牛顿法和 BFGS 的大步落在别处，但并不更低。</translation>
    </message>
    <message>
        <source>Book: the race on digits (6.1.8)</source>
        <translation>书中：手写数字上的比赛（6.1.8）</translation>
    </message>
    <message>
        <source>Four networks with the same first weights see the same batches of 128 digits. SGD learns slowest of the four, and at first AdaGrad falls fastest.</source>
        <translation>四个初始权重相同的网络学习同样的 mini-batch（128 个数字）。四者中 SGD 学得最慢，AdaGrad 起初下降最快。</translation>
    </message>
    <message>
        <source>At a minimum, as far as the eye can tell: {names}</source>
        <translation>肉眼看来已到达极小值：{names}</translation>
    </message>
    <message>
        <source>Two minima, from the right</source>
        <translation>两个极小值，从右侧出发</translation>
    </message>
    <message>
        <source>Saddle: gradient 0, and no minimum</source>
        <translation>鞍点：梯度为 0 还不等于最小值</translation>
    </message>
    <message>
        <source>Downhill from here is x = 2, and there they stay, although x = −4 lies far lower: the loss does not reach 0.</source>
        <translation>从这里下山到 x = 2，它们就停在那里，尽管 x = −4 低得多：损失降不到 0。</translation>
    </message>
    <message>
        <source>On x² + y² a step multiplies x and y by 1 − 2η. At η = 0.9 this is −0.8: SGD jumps over the minimum every time and closes in slowly. Try 0.5, then 1.</source>
        <translation>在 x² + y² 上，每一步把 x 和 y 乘以 1 − 2η。η = 0.9 时是 −0.8：SGD 每次都跳过最小值，慢慢靠近。试试 0.5，再试 1。</translation>
    </message>
    <message>
        <source>Far too large a rate: SGD runs away</source>
        <translation>学习率大得多：SGD 发散</translation>
    </message>
    <message>
        <source>At η = 1 it would jump to and fro for ever; at 1.1 every jump is 1.2 times as long as the last, until SGD is out of the race.</source>
        <translation>η = 1 时它会永远来回跳；1.1 时每一跳都是上一跳的 1.2 倍，直到 SGD 出局。</translation>
    </message>
    <message>
        <source>Nesterov against Momentum</source>
        <translation>Nesterov 与 Momentum 的对比</translation>
    </message>
    <message>
        <source>Same rate, same momentum. Nesterov looks one step ahead: it overshoots the minimum less and swings for a shorter time.</source>
        <translation>学习率和动量都相同。Nesterov 向前多看一步：冲过最小值较少，摆动也更快停下。</translation>
    </message>
    <message>
        <source>Rosenbrock: all nine in the banana</source>
        <translation>Rosenbrock：香蕉谷里的全部九种</translation>
    </message>
    <message>
        <source>Into the valley is easy, along it is hard. Newton and BFGS feel the bend; the others creep. Look at the loss on the right.</source>
        <translation>进入山谷容易，沿着谷底走难。牛顿法和 BFGS 能感觉到弯曲，其他的只能爬行。看看右边的损失。</translation>
    </message>
    <message>
        <source>Himmelblau: one start, different minima</source>
        <translation>Himmelblau：同一起点，不同的最小值</translation>
    </message>
    <message>
        <source>Beale: a plateau between steep edges</source>
        <translation>Beale：陡边之间的高原</translation>
    </message>
    <message>
        <source>Rastrigin: caught in the nearest pit</source>
        <translation>Rastrigin：困在最近的坑里</translation>
    </message>
    <message>
        <source>A function of one&apos;s own</source>
        <translation>自己的函数</translation>
    </message>
    <message>
        <source>Change the formula in the form: its gradient is found exactly, node by node, as in chapter 5. Dragging the ring shows which hollow catches whom.</source>
        <translation>在表单中修改公式：它的梯度像第 5 章那样逐个节点精确求出。拖动圆环，看哪个洼地困住谁。</translation>
    </message>
    <message>
        <source>Long valley x²/20 + y²</source>
        <translation>狭长山谷 x²/20 + y²</translation>
    </message>
    <message>
        <source>Saddle y² − x²</source>
        <translation>鞍面 y² − x²</translation>
    </message>
    <message>
        <source>Two minima y⁴ + 3x⁴ + 8x³ − 48x²</source>
        <translation>两个极小值 y⁴ + 3x⁴ + 8x³ − 48x²</translation>
    </message>
    <message>
        <source>Round bowl x² + y²</source>
        <translation>圆碗 x² + y²</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s banana</source>
        <translation>Rosenbrock 香蕉谷</translation>
    </message>
    <message>
        <source>Himmelblau: four minima</source>
        <translation>Himmelblau：四个最小值</translation>
    </message>
    <message>
        <source>Beale: plateaus and steep edges</source>
        <translation>Beale：高原与陡边</translation>
    </message>
    <message>
        <source>Rastrigin: a field of pits</source>
        <translation>Rastrigin：遍地是坑</translation>
    </message>
    <message>
        <source>Digits: a network of five layers</source>
        <translation>手写数字：五层网络</translation>
    </message>
    <message>
        <source>Type one&apos;s own f(x, y)</source>
        <translation>自己输入 f(x, y)</translation>
    </message>
    <message>
        <source>f(x, y): character {number}, at {place}: {problem}</source>
        <translation>f(x, y)：第 {number} 个字符 {place} 处：{problem}</translation>
    </message>
    <message>
        <source>f(x, y): at the end: {problem}</source>
        <translation>f(x, y)：末尾：{problem}</translation>
    </message>
    <message>
        <source>“{found}” is not known; allowed are x, y, numbers, pi, e, + - * / **, parentheses and the functions {functions}</source>
        <translation>不认识“{found}”；可用 x、y、数字、pi、e、+ - * / **、括号和函数 {functions}</translation>
    </message>
    <message>
        <source>an operator such as + or * was expected here</source>
        <translation>这里应有 + 或 * 之类的运算符</translation>
    </message>
    <message>
        <source>a number, x, y, a function or a parenthesis was expected here</source>
        <translation>这里应有数字、x、y、函数或括号</translation>
    </message>
    <message>
        <source>“{sign}” was expected here</source>
        <translation>这里应有“{sign}”</translation>
    </message>
    <message>
        <source>{function} takes {arity} arguments, not {given}</source>
        <translation>{function} 需要 {arity} 个参数，而不是 {given} 个</translation>
    </message>
    <message>
        <source>{number} is too large</source>
        <translation>{number} 太大</translation>
    </message>
    <message>
        <source>nested more than {depth} deep</source>
        <translation>嵌套超过 {depth} 层</translation>
    </message>
    <message>
        <source>longer than the {length} characters allowed</source>
        <translation>超过允许的 {length} 个字符</translation>
    </message>
    <message>
        <source>Nobody runs: choose at least one optimizer</source>
        <translation>没有选手：请至少选择一个优化器</translation>
    </message>
    <message>
        <source>{name} is lowest, {distance} from the minimum ({x}, {y})</source>
        <translation>{name} 最低，距最小值 ({x}, {y}) 为 {distance}</translation>
    </message>
    <message>
        <source>Level so far: {names}, each at {loss}</source>
        <translation>目前不分高下：{names}，都在 {loss}</translation>
    </message>
    <message>
        <source>{name} is lowest: f = {loss}</source>
        <translation>{name} 最低：f = {loss}</translation>
    </message>
    <message>
        <source>This surface has no known minimum: whoever goes on falling is right</source>
        <translation>这个曲面没有已知的最小值：继续下降的才是对的</translation>
    </message>
    <message>
        <source>Stopped at ({x}, {y}), a saddle or crest and no minimum: {names}</source>
        <translation>停在 ({x}, {y})，那里是鞍点或山顶，不是最小值：{names}</translation>
    </message>
    <message>
        <source>Turning back at every step, the rate is large for this slope: {names}</source>
        <translation>每一步都折返，学习率对这里的坡度来说偏大：{names}</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed and settings give the same run, bit for bit</source>
        <translation>种子和设置相同，实验结果就逐位相同</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Lesson and code</source>
        <translation>讲解与代码</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Branched: change {fields} and run on</source>
        <translation>已分支：更改“{fields}”，然后继续运行</translation>
    </message>
    <message>
        <source>The run is kept; nothing of this lab can change on the way</source>
        <translation>已保留该运行；本实验没有可在运行途中更改的设置</translation>
    </message>
    <message>
        <source>Try this</source>
        <translation>试试看</translation>
    </message>
    <message>
        <source>Settings made ready, each with something to see</source>
        <translation>预先准备好的设置，每个都有值得观察的现象</translation>
    </message>
    <message>
        <source>my own settings</source>
        <translation>自定义设置</translation>
    </message>
</context>
<context>
    <name>params</name>
    <message>
        <source>{name}: {given} is outside the range {minimum} to {maximum}</source>
        <translation>{name}：{given} 超出范围 {minimum} 到 {maximum}</translation>
    </message>
    <message>
        <source>{name}: a number was expected, not {given}</source>
        <translation>{name}：应为数值，而不是 {given}</translation>
    </message>
    <message>
        <source>{name}: a whole number was expected, not {given}</source>
        <translation>{name}：应为整数，而不是 {given}</translation>
    </message>
    <message>
        <source>{name}: true or false was expected, not {given}</source>
        <translation>{name}：应为 true 或 false，而不是 {given}</translation>
    </message>
    <message>
        <source>{name}: {given} is not one of {choices}</source>
        <translation>{name}：{given} 不在可选值 {choices} 之中</translation>
    </message>
    <message>
        <source>{name}: a text was expected, not {given}</source>
        <translation>{name}：应为文本，而不是 {given}</translation>
    </message>
    <message>
        <source>{name}: {length} characters are more than the {maximum} allowed</source>
        <translation>{name}：共 {length} 个字符，超过了上限 {maximum}</translation>
    </message>
    <message>
        <source>{name}: rows of {columns} numbers were expected</source>
        <translation>{name}：每行应有 {columns} 个数值</translation>
    </message>
    <message>
        <source>{name}: {length} rows are more than the {maximum} allowed</source>
        <translation>{name}：共 {length} 行，超过了上限 {maximum}</translation>
    </message>
    <message>
        <source>{name}: there is no such parameter; known are {known}</source>
        <translation>{name}：没有这个参数；已有的参数是 {known}</translation>
    </message>
    <message>
        <source>parameters must be an object of names and values</source>
        <translation>参数必须是由名称和值组成的对象</translation>
    </message>
</context>
<context>
    <name>perceptron</name>
    <message>
        <source>This is {gate}: all four outputs are right.</source>
        <translation>这就是 {gate}：四个输出都正确。</translation>
    </message>
    <message>
        <source>Not yet {gate}: wrong at {places}.</source>
        <translation>还不是{gate}：在 {places} 处出错。</translation>
    </message>
    <message>
        <source>It is {gate}.</source>
        <translation>它是{gate}。</translation>
    </message>
    <message>
        <source>The line separates all {count} points.</source>
        <translation>直线把全部 {count} 个点正确分开。</translation>
    </message>
    <message>
        <source>{wrong} of {count} points are on the wrong side.</source>
        <translation>{count} 个点中有 {wrong} 个在错误的一侧。</translation>
    </message>
    <message>
        <source>There are no points yet: click into the picture.</source>
        <translation>还没有点：请在图中单击。</translation>
    </message>
    <message>
        <source>your truth table</source>
        <translation>您的真值表</translation>
    </message>
    <message>
        <source>NAND and OR fire both for (0, 1) and (1, 0) only: the first layer lays these two on one place, and AND cuts that place off with one line.</source>
        <translation>只有在 (0, 1) 和 (1, 0) 处，与非门和或门才同时激活：第 1 层把这两点放到同一处，与门用一条直线就能把它分出来。</translation>
    </message>
    <message>
        <source>1 + 1 = 2 is written 10 in binary: sum 0, carry 1. Four perceptrons can add.</source>
        <translation>1 + 1 = 2 用二进制写作 10：和为 0，进位为 1。四个感知机就会做加法。</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知机</translation>
    </message>
    <message>
        <source>Logic gates from a line in the plane: drag it, let it learn, see why XOR needs two layers</source>
        <translation>平面上的一条直线就是门电路：拖动它，让它学习，看看异或门为什么需要两层</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {place} gives {output}, as it should. Nothing moves.</source>
        <translation>第 {epoch} 个 epoch：{place} 的输出是 {output}，正确。什么都不动。</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {place} gives {output}, {target} was wanted. The weights move by {step:+g} times the input, the bias by {step:+g}.</source>
        <translation>第 {epoch} 个 epoch：{place} 的输出是 {output}，应为 {target}。权重移动输入的 {step:+g} 倍，偏置移动 {step:+g}。</translation>
    </message>
    <message>
        <source>Before the first sample.</source>
        <translation>还没有看第一个样本。</translation>
    </message>
    <message>
        <source>Learned: epoch {epoch} went by without an error. The weights stay as they are.</source>
        <translation>学会了：第 {epoch} 个 epoch 没有出错，权重不再变化。</translation>
    </message>
    <message>
        <source>It does not settle: after epoch {epoch} the weights are again what they were after epoch {before}, so it goes round for ever.</source>
        <translation>它停不下来：第 {epoch} 个 epoch 之后的权重又和第 {before} 个 epoch 之后一样，所以会永远绕圈。</translation>
    </message>
    <message>
        <source>Why: XOR wants b ≤ 0, w₁ + b &gt; 0, w₂ + b &gt; 0 and w₁ + w₂ + b ≤ 0. The second and third add up to w₁ + w₂ + 2b &gt; 0, the first and fourth to w₁ + w₂ + 2b ≤ 0: no line can do both.</source>
        <translation>原因：异或门要求 b ≤ 0、w₁ + b &gt; 0、w₂ + b &gt; 0 且 w₁ + w₂ + b ≤ 0。第二、三式相加得 w₁ + w₂ + 2b &gt; 0，第一、四式相加得 w₁ + w₂ + 2b ≤ 0：没有直线能同时满足。</translation>
    </message>
    <message>
        <source>One perceptron as a gate</source>
        <translation>单个感知机作为门电路</translation>
    </message>
    <message>
        <source>Learning, sample by sample</source>
        <translation>逐个样本地学习</translation>
    </message>
    <message>
        <source>All weights that make the gate</source>
        <translation>能实现该门的所有权重</translation>
    </message>
    <message>
        <source>Two layers: XOR</source>
        <translation>两层：异或门</translation>
    </message>
    <message>
        <source>Half adder</source>
        <translation>半加器</translation>
    </message>
    <message>
        <source>own truth table</source>
        <translation>自定义真值表</translation>
    </message>
    <message>
        <source>own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>bias:  w₁x₁ + w₂x₂ + b &gt; 0</source>
        <translation>偏置：w₁x₁ + w₂x₂ + b &gt; 0</translation>
    </message>
    <message>
        <source>threshold:  w₁x₁ + w₂x₂ &gt; θ</source>
        <translation>阈值：w₁x₁ + w₂x₂ &gt; θ</translation>
    </message>
    <message>
        <source>truth: four digits 0 or 1 are expected, for 00, 01, 10 and 11, not {given}</source>
        <translation>真值表：应为四个 0 或 1，依次对应 00、01、10、11，而不是 {given}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门</translation>
    </message>
    <message>
        <source>What the perceptron should do</source>
        <translation>希望感知机做到什么</translation>
    </message>
    <message>
        <source>Outputs for 00, 01, 10, 11</source>
        <translation>00、01、10、11 的输出</translation>
    </message>
    <message>
        <source>Weight w₁</source>
        <translation>权重 w₁</translation>
    </message>
    <message>
        <source>Weight w₂</source>
        <translation>权重 w₂</translation>
    </message>
    <message>
        <source>Bias b = −θ</source>
        <translation>偏置 b = −θ</translation>
    </message>
    <message>
        <source>How easily it fires; the threshold is θ = −b</source>
        <translation>神经元被激活的容易程度；阈值 θ = −b</translation>
    </message>
    <message>
        <source>Written with</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Two ways to write the same: θ = −b</source>
        <translation>同一件事的两种写法：θ = −b</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far one wrong answer moves the weights</source>
        <translation>一次答错使权重移动多少</translation>
    </message>
    <message>
        <source>At most this many epochs</source>
        <translation>最多训练的轮数（epoch）</translation>
    </message>
    <message>
        <source>An epoch looks at every sample once</source>
        <translation>一个 epoch 把每个样本看一遍</translation>
    </message>
    <message>
        <source>Another order in each epoch</source>
        <translation>每个 epoch 换一种顺序</translation>
    </message>
    <message>
        <source>Shuffle the samples, by the seed</source>
        <translation>按随机种子打乱样本</translation>
    </message>
    <message>
        <source>Own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>No line can be {gate}: this one is wrong at {places}.</source>
        <translation>没有直线能实现{gate}：这一条在 {places} 处出错。</translation>
    </message>
    <message>
        <source>wrong outputs</source>
        <translation>错误的输出数</translation>
    </message>
    <message>
        <source>wrong as AND</source>
        <translation>作为与门的错误数</translation>
    </message>
    <message>
        <source>wrong as NAND</source>
        <translation>作为与非门的错误数</translation>
    </message>
    <message>
        <source>wrong as OR</source>
        <translation>作为或门的错误数</translation>
    </message>
    <message>
        <source>With the book&apos;s weights and biases one perceptron is an AND, a NAND and an OR: all four outputs of each are right.</source>
        <translation>用书中的权重和偏置，一个感知机可以是与门、与非门和或门：每个门的四个输出全部正确。</translation>
    </message>
    <message>
        <source>The perceptron rule learns AND, NAND and OR from weights of 0 within ten epochs, at learning rates of 0.1 and of 1.</source>
        <translation>感知机学习规则从权重 0 出发，在十个 epoch 之内学会与门、与非门和或门，学习率为 0.1 和 1 时都如此。</translation>
    </message>
    <message>
        <source>A single perceptron cannot learn XOR: in 200 epochs not one goes by without an error, in order or shuffled (over 3 seeds).</source>
        <translation>单个感知机学不会异或门：200 个 epoch 中没有一个不出错，无论按顺序还是打乱顺序（3 个种子）。</translation>
    </message>
    <message>
        <source>No weights make one perceptron an XOR: of 25,921 pairs of weights none does, at any of 17 biases from −2 to 2.</source>
        <translation>没有权重能让一个感知机成为异或门：从 −2 到 2 的 17 个偏置下，25,921 对权重中没有一对可以。</translation>
    </message>
    <message>
        <source>NAND and OR in a first layer and AND in a second are an XOR.</source>
        <translation>第 1 层放与非门和或门，第 2 层放与门，就是异或门。</translation>
    </message>
    <message>
        <source>Perceptrons can add: XOR gives the sum of two digits, AND the carry.</source>
        <translation>感知机会做加法：异或门给出两个数位之和，与门给出进位。</translation>
    </message>
    <message>
        <source>errors at last</source>
        <translation>最后的错误数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>epoch 数</translation>
    </message>
    <message>
        <source>fewest errors in an epoch</source>
        <translation>单个 epoch 的最少错误数</translation>
    </message>
    <message>
        <source>largest share</source>
        <translation>最大占比</translation>
    </message>
    <message>
        <source>Not settled after {epochs} epochs, and it never will, in whatever order.</source>
        <translation>{epochs} 个 epoch 之后仍未停下，而且无论按什么顺序，都永远不会停下。</translation>
    </message>
    <message>
        <source>Not settled after {epochs} epochs, although a line separates the points: allow more epochs.</source>
        <translation>{epochs} 个 epoch 之后仍未停下，不过有直线能把这些点分开：请允许更多的 epoch。</translation>
    </message>
    <message>
        <source>AND, with the book&apos;s weights</source>
        <translation>与门，用书中的权重</translation>
    </message>
    <message>
        <source>Drag the line, or its handle to turn it. As long as only (1, 1) lies on the coloured side it is an AND: infinitely many weights will do.</source>
        <translation>拖动直线来平移，拖动手柄来旋转。只要着色的一侧只有 (1, 1)，它就是与门：满足条件的权重有无数组。</translation>
    </message>
    <message>
        <source>NAND: all signs turned</source>
        <translation>与非门：符号全部取反</translation>
    </message>
    <message>
        <source>The line is where it was for AND; only the side that fires is the other one.</source>
        <translation>直线的位置与与门相同，只是激活的一侧换成了另一侧。</translation>
    </message>
    <message>
        <source>OR: the same weights, another bias</source>
        <translation>或门：权重相同，偏置不同</translation>
    </message>
    <message>
        <source>Only b differs from AND: the line moved towards the corner (0, 0).</source>
        <translation>与与门相比只有 b 不同：直线移向了角点 (0, 0)。</translation>
    </message>
    <message>
        <source>It learns AND by itself</source>
        <translation>让它自己学会与门</translation>
    </message>
    <message>
        <source>Press Run, or go step by step. Only a wrong answer moves the line; after a whole epoch without one it has learned.</source>
        <translation>按“运行”，或一步一步来。只有答错时直线才会移动；整整一个 epoch 没有出错，就学会了。</translation>
    </message>
    <message>
        <source>XOR: it never settles</source>
        <translation>异或门：永远停不下来</translation>
    </message>
    <message>
        <source>Run it as long as you like. Watch the weights come back to where they were: it goes round in a circle for ever.</source>
        <translation>想运行多久都可以。注意权重会回到原来的值：它永远在绕圈。</translation>
    </message>
    <message>
        <source>Where all ANDs live</source>
        <translation>所有与门所在之处</translation>
    </message>
    <message>
        <source>Every place in this plane is a pair of weights. Drag the dot through the region; change b and see the region move.</source>
        <translation>这个平面上的每一点都是一组权重。把圆点拖过着色区域；改变 b，看区域如何移动。</translation>
    </message>
    <message>
        <source>No weights make an XOR</source>
        <translation>没有权重能实现异或门</translation>
    </message>
    <message>
        <source>Whatever b you choose, nothing is shaded: the four conditions contradict each other.</source>
        <translation>无论 b 取多少，都没有着色区域：四个条件互相矛盾。</translation>
    </message>
    <message>
        <source>XOR from NAND, OR and AND</source>
        <translation>用与非门、或门和与门组成异或门</translation>
    </message>
    <message>
        <source>Left, the inputs, cut by two lines. Right, the same four points as the first layer hands them on: now one line is enough.</source>
        <translation>左边是输入，被两条直线切开。右边是第 1 层传出的同样四个点：现在一条直线就够了。</translation>
    </message>
    <message>
        <source>A half adder</source>
        <translation>半加器</translation>
    </message>
    <message>
        <source>Sum is XOR, carry is AND. From here it is only wiring to a whole computer.</source>
        <translation>和是异或，进位是与。从这里到一台计算机，剩下的只是接线。</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>Click to add a point that should fire, right-click for one that should not, click a point to take it away. Then run.</source>
        <translation>单击添加应当激活的点，右击添加不应激活的点，单击已有的点将其去掉。然后运行。</translation>
    </message>
    <message>
        <source>Why: XNOR wants b &gt; 0, w₁ + b ≤ 0, w₂ + b ≤ 0 and w₁ + w₂ + b &gt; 0. The second and third add up to w₁ + w₂ + 2b ≤ 0, the first and fourth to w₁ + w₂ + 2b &gt; 0: no line can do both.</source>
        <translation>原因：同或门（XNOR）要求 b &gt; 0、w₁ + b ≤ 0、w₂ + b ≤ 0 且 w₁ + w₂ + b &gt; 0。第二、三式相加得 w₁ + w₂ + 2b ≤ 0，第一、四式相加得 w₁ + w₂ + 2b &gt; 0：没有直线能同时满足。</translation>
    </message>
    <message>
        <source>Why: no straight line separates these points, and a perceptron has one line only.</source>
        <translation>原因：没有直线能把这些点分开，而一个感知机只有一条直线。</translation>
    </message>
    <message>
        <source>{share} of the weights shown make the gate at b = {b}. Yours: {verdict}.</source>
        <translation>b = {b} 时，图中 {share} 的权重能实现该门。您的权重：{verdict}。</translation>
    </message>
    <message>
        <source>No weights shown make the gate at b = {b}; another b may.</source>
        <translation>b = {b} 时，图中没有权重能实现该门；换一个 b 也许可以。</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>在区域内</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>在区域外</translation>
    </message>
    <message>
        <source>Nothing is shaded, and it is the same for every b.</source>
        <translation>没有任何着色的区域，对每个 b 都是如此。</translation>
    </message>
</context>
<context>
    <name>perceptron_view</name>
    <message>
        <source>Plane of the two inputs</source>
        <translation>两个输入的平面</translation>
    </message>
    <message>
        <source>Drag the line to shift it, its round handle to turn it. The coloured side fires.</source>
        <translation>拖动直线来平移，拖动圆形手柄来旋转。着色的一侧会激活。</translation>
    </message>
    <message>
        <source>Plane after the first layer</source>
        <translation>第 1 层之后的平面</translation>
    </message>
    <message>
        <source>What NAND and OR make of the four inputs, and AND&apos;s line</source>
        <translation>与非门和或门对四个输入的输出，以及与门的直线</translation>
    </message>
    <message>
        <source>The gates and their wires</source>
        <translation>各个门及其连线</translation>
    </message>
    <message>
        <source>Weights on the wires, biases under the gates</source>
        <translation>连线上是权重，门下方是偏置</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <source>Errors in each epoch</source>
        <translation>每个 epoch 的错误数</translation>
    </message>
    <message>
        <source>How many samples of an epoch were answered wrongly</source>
        <translation>一个 epoch 中答错了多少个样本</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>真值表</translation>
    </message>
    <message>
        <source>What comes out for each input, and what should</source>
        <translation>每个输入的实际输出和应有的输出</translation>
    </message>
    <message>
        <source>Where the perceptron fires</source>
        <translation>感知机在哪里激活</translation>
    </message>
    <message>
        <source>Points from a CSV file…</source>
        <translation>从 CSV 文件读入点…</translation>
    </message>
    <message>
        <source>Three columns: x₁, x₂ and the label 0 or 1</source>
        <translation>三列：x₁、x₂ 和标签 0 或 1</translation>
    </message>
    <message>
        <source>Remove all points</source>
        <translation>去掉所有点</translation>
    </message>
    <message>
        <source>Begin with an empty plane</source>
        <translation>从空白平面开始</translation>
    </message>
    <message>
        <source>carry c</source>
        <translation>进位 c</translation>
    </message>
    <message>
        <source>sum s</source>
        <translation>和 s</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>加权和</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>表格 (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Space of weights</source>
        <translation>权重空间</translation>
    </message>
    <message>
        <source>Each place is a pair of weights; the shaded ones make the gate at this b. Drag the dot.</source>
        <translation>每一点都是一组权重；着色处在当前 b 下能实现该门。拖动圆点。</translation>
    </message>
    <message>
        <source>no weights make this gate here</source>
        <translation>这里没有权重能实现该门</translation>
    </message>
</context>
<context>
    <name>quantities</name>
    <message>
        <source>accuracy</source>
        <translation>识别精度</translation>
    </message>
    <message>
        <source>read alike</source>
        <translation>读法相同的比例</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>size on the way back</source>
        <translation>反向传播时的大小</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>smallest error</source>
        <translation>最小误差</translation>
    </message>
    <message>
        <source>best h</source>
        <translation>最佳 h</translation>
    </message>
    <message>
        <source>size of the weights</source>
        <translation>权重的大小</translation>
    </message>
    <message>
        <source>cross-entropy error</source>
        <translation>交叉熵误差</translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation>答案的概率</translation>
    </message>
    <message>
        <source>probability of the right class</source>
        <translation>正确类别的概率</translation>
    </message>
    <message>
        <source>with augmentation</source>
        <translation>有数据扩充</translation>
    </message>
    <message>
        <source>derivatives checked</source>
        <translation>已检查的导数</translation>
    </message>
    <message>
        <source>largest gradient, loss of an old y</source>
        <translation>最大梯度，损失用旧的 y</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>read correctly</source>
        <translation>读对</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>失活的单元</translation>
    </message>
    <message>
        <source>derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>derivative of the score</source>
        <translation>得分的导数</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>errors of the pass</source>
        <translation>这一轮的错误数</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>解析值</translation>
    </message>
    <message>
        <source>the engine&apos;s convolution</source>
        <translation>引擎的卷积</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>accuracy at the end</source>
        <translation>最终识别精度</translation>
    </message>
    <message>
        <source>share above 0</source>
        <translation>大于 0 的比例</translation>
    </message>
    <message>
        <source>training minus test accuracy</source>
        <translation>训练精度减测试精度</translation>
    </message>
    <message>
        <source>spread of the gradient</source>
        <translation>梯度的标准差</translation>
    </message>
    <message>
        <source>half precision</source>
        <translation>半精度</translation>
    </message>
    <message>
        <source>accuracy on my digits held back</source>
        <translation>留出的我的数字的识别精度</translation>
    </message>
    <message>
        <source>inside the ink&apos;s box</source>
        <translation>笔迹框内</translation>
    </message>
    <message>
        <source>cells from one neighbour to the next</source>
        <translation>相邻元素的间隔</translation>
    </message>
    <message>
        <source>kinks passed over</source>
        <translation>跳过的折点</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>最大差</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>memory for one image</source>
        <translation>一张图像的内存</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>乘法次数</translation>
    </message>
    <message>
        <source>weights near 0</source>
        <translation>接近 0 的权重</translation>
    </message>
    <message>
        <source>numerical derivative</source>
        <translation>数值微分的导数</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>outside the ink&apos;s box</source>
        <translation>笔迹框外</translation>
    </message>
    <message>
        <source>accuracy on my digits</source>
        <translation>我的数字的识别精度</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>passes through the network</source>
        <translation>网络的计算次数</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>有池化</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>networks that learn</source>
        <translation>能学习的网络</translation>
    </message>
    <message>
        <source>digits read</source>
        <translation>已读的数字</translation>
    </message>
    <message>
        <source>largest gradient, loss that reads W</source>
        <translation>最大梯度，损失读取 W</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>saturated outputs</source>
        <translation>饱和的输出</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>share of the plane</source>
        <translation>占平面的比例</translation>
    </message>
    <message>
        <source>single precision</source>
        <translation>单精度</translation>
    </message>
    <message>
        <source>parameters of the one large filter</source>
        <translation>一个大滤波器的参数</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>smoothed loss</source>
        <translation>平滑后的损失</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>structure of the filters</source>
        <translation>滤波器的结构</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>digit asked about</source>
        <translation>所问的数字</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试精度</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练精度</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>share left as it was</source>
        <translation>保持不变的比例</translation>
    </message>
    <message>
        <source>share that no linear layer explains</source>
        <translation>线性层无法解释的比例</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证精度</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>spread of the weights</source>
        <translation>权重的标准差</translation>
    </message>
    <message>
        <source>with Batch Norm</source>
        <translation>有 Batch Norm</translation>
    </message>
    <message>
        <source>without Batch Norm</source>
        <translation>无 Batch Norm</translation>
    </message>
    <message>
        <source>points on the wrong side</source>
        <translation>在错误一侧的点</translation>
    </message>
    <message>
        <source>size on the way forward</source>
        <translation>正向传播时的大小</translation>
    </message>
    <message>
        <source>im2col</source>
        <translation>im2col</translation>
    </message>
    <message>
        <source>not pooled</source>
        <translation>无池化</translation>
    </message>
    <message>
        <source>without augmentation</source>
        <translation>无数据扩充</translation>
    </message>
    <message>
        <source>forward difference</source>
        <translation>前向差分</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <source>forward difference, single precision</source>
        <translation>前向差分（单精度）</translation>
    </message>
    <message>
        <source>central difference, single precision</source>
        <translation>中心差分（单精度）</translation>
    </message>
    <message>
        <source>numerical gradient</source>
        <translation>数值梯度</translation>
    </message>
</context>
<context>
    <name>recent</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>{file} (not found)</source>
        <translation>{file}（找不到）</translation>
    </message>
    <message>
        <source>Nothing opened or saved yet</source>
        <translation>还没有打开或保存过文件</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>What this run has found out</source>
        <translation>本次运行的发现</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Numbers at the end</source>
        <translation>结束时的数值</translation>
    </message>
    <message>
        <source>What the book says</source>
        <translation>书中的结论</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课文</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>There is no script of this run</source>
        <translation>这个运行没有对应的脚本</translation>
    </message>
    <message>
        <source>An unexpected error ended the run: {error}</source>
        <translation>实验因意外错误而中止：{error}</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>The kept runs could not be written: {reason}</source>
        <translation>无法写入保留的运行：{reason}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>Keep this run</source>
        <translation>保留本次运行</translation>
    </message>
    <message>
        <source>Keep its curves, settings and seed, now and next time</source>
        <translation>保留它的曲线、设置和种子，下次打开仍在</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>从此处分支</translation>
    </message>
    <message>
        <source>Keep this run, and run it again as far as the frame that is shown; what you change then leads another way</source>
        <translation>保留本次运行，并重新运行到当前显示的这一帧；之后所作的更改会走向另一条路</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复运行</translation>
    </message>
    <message>
        <source>Run these settings with several seeds; mean and spread are drawn</source>
        <translation>用多个种子运行同样的设置，画出均值与波动范围</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>How many seeds, counted from the present one</source>
        <translation>从当前种子数起，共运行几个种子</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>种子的个数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>停止重复运行</translation>
    </message>
    <message>
        <source>Take settings</source>
        <translation>采用其设置</translation>
    </message>
    <message>
        <source>Run again with the settings of the chosen run</source>
        <translation>用所选运行的设置再次运行</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget the chosen run (Del)</source>
        <translation>删除所选的运行（Del）</translation>
    </message>
    <message>
        <source>How much of the run is done</source>
        <translation>当前运行的进度</translation>
    </message>
    <message>
        <source>No run is kept yet. Kept runs are laid over the present one below.</source>
        <translation>还没有保留的运行。保留的运行会与当前运行叠画在下方。</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>保留的运行</translation>
    </message>
    <message>
        <source>Tick to draw or hide; double click to give another name</source>
        <translation>勾选以显示或隐藏；双击可改名</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Seeds: {seeds}</source>
        <translation>种子：{seeds}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Which number of the runs is drawn</source>
        <translation>画出运行的哪一个数值</translation>
    </message>
    <message>
        <source>Number that is drawn</source>
        <translation>所画的数值</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic axis, for what is above 0</source>
        <translation>对数坐标轴，只画大于 0 的部分</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>The runs laid over each other</source>
        <translation>叠画在一起的各次运行</translation>
    </message>
    <message>
        <source>The present run is the thick line; a band is the spread over seeds</source>
        <translation>粗线是当前运行；色带是不同种子之间的波动范围</translation>
    </message>
    <message>
        <source>present run</source>
        <translation>当前运行</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Keep, branch, repeat, compare</source>
        <translation>保留、分支、重复、比较</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>{rate} steps/s, {time} left</source>
        <translation>{rate} 步/秒，剩余 {time}</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>实验的状态</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>实验的进度</translation>
    </message>
    <message>
        <source>Steps per second and remaining time</source>
        <translation>每秒步数和剩余时间</translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation>{rate} 步/秒</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>识别精度</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 个 epoch</translation>
    </message>
    <message>
        <source>Validation and train accuracy of the best trials</source>
        <translation>最好几次试验的验证精度与训练精度</translation>
    </message>
    <message>
        <source>{rank}: {accuracy} with rate {lr}, decay {decay}</source>
        <translation>{rank}：{accuracy}，学习率 {lr}，衰减 {decay}</translation>
    </message>
    <message>
        <source>Train and test accuracy of every variant against the epoch</source>
        <translation>各方案的训练精度与测试精度随 epoch 的变化</translation>
    </message>
    <message>
        <source>train {train}, test {test}</source>
        <translation>训练 {train}，测试 {test}</translation>
    </message>
    <message>
        <source>Gap: how much better the training digits are known than others</source>
        <translation>差距：训练数字比其他数字认得好多少</translation>
    </message>
    <message>
        <source>Accuracies and gap of every variant</source>
        <translation>各方案的识别精度与差距</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Accuracies at the last reading</source>
        <translation>最近一次测得的识别精度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy on train, test and validation set against the epoch</source>
        <translation>训练集、测试集和验证集的精度随 epoch 的变化</translation>
    </message>
    <message>
        <source>Loss of train and test set against the epoch</source>
        <translation>训练集和测试集的损失随 epoch 的变化</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss}</source>
        <translation>第 {epoch} 个 epoch：损失 {loss}</translation>
    </message>
    <message>
        <source>Loss of the batches against the epoch</source>
        <translation>各批次的损失随 epoch 的变化</translation>
    </message>
    <message>
        <source>loss, {count} batches</source>
        <translation>损失（{count} 批平均）</translation>
    </message>
    <message>
        <source>All began with the same weights and see the same batches. A small gap with a low test accuracy is no cure: the network has just learned less.</source>
        <translation>所有方案的初始权重相同，看到的批次也相同。差距小而测试精度低并不是治好了：网络只是学得少。</translation>
    </message>
    <message>
        <source>What the marks in the plane stand for</source>
        <translation>平面上各种标记的含义</translation>
    </message>
    <message>
        <source>x₁ = {x1}, x₂ = {x2}
class 1: {chance}</source>
        <translation>x₁ = {x1}，x₂ = {x2}
类别 1：{chance}</translation>
    </message>
    <message>
        <source>x₁ = {x1}, x₂ = {x2}</source>
        <translation>x₁ = {x1}，x₂ = {x2}</translation>
    </message>
    <message>
        <source>class {label}; the network says {output}</source>
        <translation>类别 {label}；网络判为 {output}</translation>
    </message>
    <message>
        <source>held out: it is not learned from</source>
        <translation>留出的点：不用来学习</translation>
    </message>
    <message>
        <source>Plane of the points, shaded by what the network says</source>
        <translation>点所在的平面，底色表示网络的判断</translation>
    </message>
    <message>
        <source>Class 0</source>
        <translation>类别 0</translation>
    </message>
    <message>
        <source>Class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>hollow: held out</source>
        <translation>空心：留出</translation>
    </message>
    <message>
        <source>crossed: wrong side</source>
        <translation>打叉：判错</translation>
    </message>
    <message>
        <source>rate {lr}, decay {decay}</source>
        <translation>学习率 {lr}，衰减 {decay}</translation>
    </message>
    <message>
        <source>Trial {number}: {result}
rate {lr}, decay {decay}</source>
        <translation>试验 {number}：{result}
学习率 {lr}，衰减 {decay}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>weight decay λ</source>
        <translation>权值衰减 λ</translation>
    </message>
    <message>
        <source>Every trial at its rate and decay, the larger the better</source>
        <translation>每次试验位于其学习率与衰减处，圆越大越好</translation>
    </message>
    <message>
        <source>Drag a rectangle round the best circles to search there; double-click for the book&apos;s range</source>
        <translation>拖出矩形围住最好的圆，就在其中搜索；双击恢复书中的范围</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证精度</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>W{layer}: spread {spread}
{count} weights from {low} to {high}</source>
        <translation>W{layer}：标准差 {spread}
{low} 到 {high} 之间有 {count} 个权重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Histogram of the weights of every layer</source>
        <translation>各层权重的直方图</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>least test accuracy</source>
        <translation>最低测试精度</translation>
    </message>
    <message>
        <source>largest gap</source>
        <translation>最大差距</translation>
    </message>
    <message>
        <source>smallest gap</source>
        <translation>最小差距</translation>
    </message>
    <message>
        <source>least training accuracy</source>
        <translation>最低训练精度</translation>
    </message>
    <message>
        <source>gap without − gap with, the least</source>
        <translation>（无对策的差距 − 有对策的差距）的最小值</translation>
    </message>
    <message>
        <source>epochs without ÷ epochs with, the least</source>
        <translation>（不用时的 epoch 数 ÷ 使用时的 epoch 数）的最小值</translation>
    </message>
    <message>
        <source>zeros with L1 ÷ zeros with L2, the least</source>
        <translation>（L1 的近零权重 ÷ L2 的近零权重）的最小值</translation>
    </message>
    <message>
        <source>least η</source>
        <translation>最小的 η</translation>
    </message>
    <message>
        <source>largest η</source>
        <translation>最大的 η</translation>
    </message>
    <message>
        <source>runs caught</source>
        <translation>被捕捉到的次数</translation>
    </message>
    <message>
        <source>finite losses, the least share</source>
        <translation>有限损失所占比例的最小值</translation>
    </message>
    <message>
        <source>784-50-10 with SGD learns the digits, and knows new ones nearly as well as those it learned from (over 3 seeds).</source>
        <translation>784-50-10 网络用 SGD 学会手写数字，对新数字几乎与对训练数字认得一样好（3 个种子）。</translation>
    </message>
    <message>
        <source>A network of six hidden layers learns 300 digits by heart, and fails on many others (over 3 seeds).</source>
        <translation>六个隐藏层的网络把 300 个数字背了下来，却认错许多其他数字（3 个种子）。</translation>
    </message>
    <message>
        <source>Weight decay narrows the gap between train and test (120 epochs, over 3 seeds).</source>
        <translation>权值衰减缩小训练与测试之间的差距（120 个 epoch，3 个种子）。</translation>
    </message>
    <message>
        <source>Dropout narrows the gap between train and test (120 epochs, over 3 seeds).</source>
        <translation>Dropout 缩小训练与测试之间的差距（120 个 epoch，3 个种子）。</translation>
    </message>
    <message>
        <source>Batch norm speeds up learning: 80 % of the training digits are right in fewer epochs (over 3 seeds).</source>
        <translation>Batch Normalization 加快学习：用更少的 epoch 就答对 80 % 的训练数字（3 个种子）。</translation>
    </message>
    <message>
        <source>L1 presses more weights to nearly zero than L2 does (30 epochs, over 3 seeds).</source>
        <translation>L1 比 L2 把更多权重压到接近零（30 个 epoch，3 个种子）。</translation>
    </message>
    <message>
        <source>The best learning rates of a random search lie from 0.001 to 0.01: median of the five best of 30 trials of 20 epochs (over 3 seeds).</source>
        <translation>随机搜索中最好的学习率在 0.001 到 0.01 之间：30 次试验、每次 20 个 epoch，取最好五次的中位数（3 个种子）。</translation>
    </message>
    <message>
        <source>The same with the book&apos;s 100 trials of 50 epochs (over 3 seeds).</source>
        <translation>书中的 100 次试验、每次 50 个 epoch，结论相同（3 个种子）。</translation>
    </message>
    <message>
        <source>A rate that is too large makes a network diverge; the run says so and ends, and no loss it shows is infinite (over 3 seeds).</source>
        <translation>过大的学习率使网络发散；运行会指出这一点并结束，所显示的损失都是有限的（3 个种子）。</translation>
    </message>
    <message>
        <source>The digits cannot be loaded: {reason}</source>
        <translation>无法载入数字：{reason}</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}: {where}. {cause} {advice}</source>
        <translation>{name}在第 {step} 步发散：{where}。{cause}{advice}</translation>
    </message>
    <message>
        <source>{layer} is the first layer whose output is not finite</source>
        <translation>{layer} 是第一个输出不再有限的层</translation>
    </message>
    <message>
        <source>the loss is not finite, though every layer&apos;s output is</source>
        <translation>各层输出都有限，但损失不是</translation>
    </message>
    <message>
        <source>Each step overshot farther than the one before: rate {lr} is too large here.</source>
        <translation>每一步都比上一步冲得更远：学习率 {lr} 在这里太大。</translation>
    </message>
    <message>
        <source>Rate times λ is {product}: from 2 on, decay throws every weight beyond 0, farther out than it was.</source>
        <translation>学习率乘 λ 等于 {product}：从 2 起，衰减会把每个权重甩过 0，甩得比原来更远。</translation>
    </message>
    <message>
        <source>The first weights were so large that the first gradients exploded.</source>
        <translation>初始权重太大，最初的梯度就爆炸了。</translation>
    </message>
    <message>
        <source>Set “{field}” to {value}.</source>
        <translation>请把“{field}”设为 {value}。</translation>
    </message>
    <message>
        <source>Rest on a curve to read its numbers</source>
        <translation>停在曲线上可读出数值</translation>
    </message>
    <message>
        <source>Rest on a place or a point to read what the network says of it. In the pattern “Points of my own” a click adds a point of class 1, a right click one of class 0, and a click on a point takes it away.</source>
        <translation>停在某处或某个点上，可读出网络对它的判断。图案选“我自己的点”时，单击放类别 1 的点，右击放类别 0 的点，单击已有的点可去掉它。</translation>
    </message>
    <message>
        <source>Draw a rectangle to search only there; double-click to widen</source>
        <translation>画一个矩形，只在其中搜索；双击恢复整个范围</translation>
    </message>
    <message>
        <source>Rest on a histogram to read it</source>
        <translation>停在直方图上可读出数值</translation>
    </message>
    <message>
        <source>A network of one&apos;s own design learns digits, or to part points of the plane; overfitting and its cures side by side; a random search for learning rate and weight decay</source>
        <translation>自己设计的网络学习手写数字，或划分平面上的点；过拟合与各种对策并排比较；学习率与权值衰减的随机搜索</translation>
    </message>
    <message>
        <source>largest training accuracy without</source>
        <translation>没有隐藏层时最大的训练精度</translation>
    </message>
    <message>
        <source>least test accuracy with</source>
        <translation>有隐藏层时最小的测试精度</translation>
    </message>
    <message>
        <source>No network without a hidden layer parts a disc from the ring around it; with one hidden layer it does (over 3 seeds).</source>
        <translation>没有隐藏层的网络都不能把圆盘与外面的圆环分开；有一个隐藏层就可以（3 个种子）。</translation>
    </message>
    <message>
        <source>{name} only guesses: {cause} {advice}</source>
        <translation>{name}只是在猜：{cause}{advice}</translation>
    </message>
    <message>
        <source>all weights began at 0, so the units of a layer are copies of each other, and stay so.</source>
        <translation>所有权重都从 0 开始，同一层的神经元彼此相同，并一直如此。</translation>
    </message>
    <message>
        <source>the loss has hardly moved from {first}; the steps may be too short or too few.</source>
        <translation>损失几乎没有离开 {first}；步长可能太小，或步数太少。</translation>
    </message>
    <message>
        <source>the loss rose from {first} to {now}: rate {lr} is too large here.</source>
        <translation>损失从 {first} 升到了 {now}：学习率 {lr} 在这里太大。</translation>
    </message>
    <message>
        <source>Hidden layers: “{part}” is no number of units; write for example 100 100 50</source>
        <translation>隐藏层：“{part}”不是神经元个数；请写成例如 100 100 50</translation>
    </message>
    <message>
        <source>Hidden layers: a layer has 1 to {most} units, not {given}</source>
        <translation>隐藏层：每层有 1 到 {most} 个神经元，而不是 {given} 个</translation>
    </message>
    <message>
        <source>Hidden layers: {given} layers are more than the {most} allowed</source>
        <translation>隐藏层：{given} 层超过了允许的 {most} 层</translation>
    </message>
    <message>
        <source>Hidden layers: {given} weights are more than the {most} allowed</source>
        <translation>隐藏层：{given} 个权重超过了允许的 {most} 个</translation>
    </message>
    <message>
        <source>Nothing to compare: choose at least one variant</source>
        <translation>没有可比较的：请至少选择一种方案</translation>
    </message>
    <message>
        <source>Same first weights, same batches: {images} digits to learn from</source>
        <translation>初始权重相同，批次相同：用 {images} 个数字学习</translation>
    </message>
    <message>
        <source>{name}: {train} of the training digits and {test} of the test digits, a gap of {gap}</source>
        <translation>{name}：答对 {train} 的训练数字和 {test} 的测试数字，差距 {gap}</translation>
    </message>
    <message>
        <source>{name} narrows the gap from {before} to {gap}</source>
        <translation>{name}：差距从 {before} 缩小到 {gap}</translation>
    </message>
    <message>
        <source>{name} does not narrow the gap: {gap}, without it {before}</source>
        <translation>{name}：没有缩小差距，{gap}，不用它时为 {before}</translation>
    </message>
    <message>
        <source>{name} has reached only {train} of the training digits: it learns more slowly</source>
        <translation>{name}：只答对了 {train} 的训练数字，学得更慢</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>How many digits there are to learn from, held-out ones included; at most all</source>
        <translation>用于学习的数字个数，含留出的；最多为全部</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>The share of the images or points kept to judge by: nobody learns from them</source>
        <translation>留作评价的图像或点的比例：没有谁从中学习</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Units of each hidden layer, such as 50 or 100 100 100; empty is none</source>
        <translation>每个隐藏层的神经元个数，例如 50 或 100 100 100；留空则没有隐藏层</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>What follows every hidden affine layer</source>
        <translation>跟在每个隐藏 Affine 层之后</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Spread of the first weights; n is a unit&apos;s inputs</source>
        <translation>初始权重的标准差；n 是一个神经元的输入个数</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>May be changed while it learns; each wants a rate of its own</source>
        <translation>学习过程中可以更换；各有各的合适学习率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far one update goes; may be changed at any time</source>
        <translation>一次更新走多远；随时可以改变</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>epoch 数</translation>
    </message>
    <message>
        <source>Weights held down</source>
        <translation>抑制权重</translation>
    </message>
    <message>
        <source>A penalty on large weights, or a limit to their length</source>
        <translation>对大权重的惩罚，或对其长度的限制</translation>
    </message>
    <message>
        <source>L2 strength λ</source>
        <translation>L2 强度 λ</translation>
    </message>
    <message>
        <source>½λ times the sum of all W² is added to the loss</source>
        <translation>把全部 W² 之和的 ½λ 倍加到损失上</translation>
    </message>
    <message>
        <source>L1 strength λ</source>
        <translation>L1 强度 λ</translation>
    </message>
    <message>
        <source>λ times the sum of all |W| is added to the loss</source>
        <translation>把全部 |W| 之和的 λ 倍加到损失上</translation>
    </message>
    <message>
        <source>Max-norm limit</source>
        <translation>最大范数上限</translation>
    </message>
    <message>
        <source>No unit&apos;s incoming weights may be longer than this</source>
        <translation>任何神经元的输入权重长度不得超过此值</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Silence a random part of the hidden units at every update</source>
        <translation>每次更新随机关闭一部分隐藏神经元</translation>
    </message>
    <message>
        <source>Dropout ratio</source>
        <translation>Dropout 比例</translation>
    </message>
    <message>
        <source>The share of hidden units that is silent</source>
        <translation>被关闭的隐藏神经元所占比例</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>Batch Norm</translation>
    </message>
    <message>
        <source>Normalise what enters every activation</source>
        <translation>把进入每个激活函数的值正规化</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>So many networks learn side by side, each from its own random start and batches</source>
        <translation>这么多个网络并排学习，各有自己的随机初始值和批次</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>All begin with the same weights and see the same batches</source>
        <translation>初始权重相同，看到的批次也相同</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验次数</translation>
    </message>
    <message>
        <source>How many random settings are tried</source>
        <translation>尝试多少组随机设置</translation>
    </message>
    <message>
        <source>Rate from</source>
        <translation>学习率下限</translation>
    </message>
    <message>
        <source>Rate to</source>
        <translation>学习率上限</translation>
    </message>
    <message>
        <source>Decay from</source>
        <translation>衰减下限</translation>
    </message>
    <message>
        <source>Decay to</source>
        <translation>衰减上限</translation>
    </message>
    <message>
        <source>The range of the search; drag a rectangle in the picture to narrow it</source>
        <translation>搜索范围；在图上拖出矩形可以缩小它</translation>
    </message>
    <message>
        <source>Own points: {given} is farther out than the {most} that can be shown</source>
        <translation>自己的点：{given} 超出了可显示的范围 {most}</translation>
    </message>
    <message>
        <source>{name}: the range ends at {high}, below its beginning {low}</source>
        <translation>{name}：范围的终点 {high} 小于起点 {low}</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Overfitting and its cures</source>
        <translation>过拟合与对策</translation>
    </message>
    <message>
        <source>Search for hyper-parameters</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>Part points of the plane</source>
        <translation>划分平面上的点</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>两弯月牙</translation>
    </message>
    <message>
        <source>A disc in a ring</source>
        <translation>圆环与圆盘</translation>
    </message>
    <message>
        <source>XOR: four squares</source>
        <translation>异或：四个方块</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Points of my own</source>
        <translation>我自己的点</translation>
    </message>
    <message>
        <source>Sample: 5,000 digits</source>
        <translation>样本：5,000 个数字</translation>
    </message>
    <message>
        <source>MNIST: 60,000 digits</source>
        <translation>MNIST：60,000 个数字</translation>
    </message>
    <message>
        <source>My own digits</source>
        <translation>我自己的数字</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>He: √(2/n)</source>
        <translation>He：√(2/n)</translation>
    </message>
    <message>
        <source>Xavier: √(1/n)</source>
        <translation>Xavier：√(1/n)</translation>
    </message>
    <message>
        <source>Standard deviation 0.01</source>
        <translation>标准差 0.01</translation>
    </message>
    <message>
        <source>Standard deviation 1</source>
        <translation>标准差 1</translation>
    </message>
    <message>
        <source>All zero</source>
        <translation>全 0</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>L2: weight decay</source>
        <translation>L2：权值衰减</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Max-norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>No cure</source>
        <translation>无对策</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>L2 and dropout</source>
        <translation>L2 与 Dropout</translation>
    </message>
    <message>
        <source>There are no points yet: click into the plane, with the left button for class 1 and the right one for class 0, or read a table.</source>
        <translation>还没有点：在平面上单击，左键放类别 1，右键放类别 0；也可以读入一张表。</translation>
    </message>
    <message>
        <source>{network}: {weights} parameters, {points} points to learn from, {held} held out</source>
        <translation>{network}：{weights} 个参数，{points} 个点用来学习，留出 {held} 个</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {train} of the points, loss {loss}</source>
        <translation>第 {epoch} 个 epoch：正确 {train}，损失 {loss}</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {train} of the training points, {test} of those held out</source>
        <translation>第 {epoch} 个 epoch：训练点正确 {train}，留出的点正确 {test}</translation>
    </message>
    <message>
        <source>Without a hidden layer the boundary is a straight line: {wrong} of {count} training points stay on the wrong side.</source>
        <translation>没有隐藏层，边界就是一条直线：{count} 个训练点中有 {wrong} 个留在错误的一侧。</translation>
    </message>
    <message>
        <source>A gap of {gap} between train and test: the network knows its points by heart</source>
        <translation>训练与测试相差 {gap}：网络把它的点背了下来</translation>
    </message>
    <message>
        <source>Every point is on its side, those held out as well.</source>
        <translation>所有的点都分对了，留出的点也一样。</translation>
    </message>
    <message>
        <source>Train and test accuracy rise together: what is learned holds for digits never seen. Move the learning rate while it learns.</source>
        <translation>训练精度与测试精度一同上升：学到的东西对没见过的数字也成立。学习过程中可以调整学习率。</translation>
    </message>
    <message>
        <source>Deep: three layers, batch norm, Adam</source>
        <translation>深层：三个隐藏层、Batch Norm、Adam</translation>
    </message>
    <message>
        <source>After one epoch nine test digits in ten are right. Then the training curve reaches the top and leaves the test curve behind.</source>
        <translation>一个 epoch 之后十个测试数字就认对九个。随后训练曲线到顶，把测试曲线甩在后面。</translation>
    </message>
    <message>
        <source>Book: random search (6.5.2)</source>
        <translation>书中：学习率与衰减的随机搜索（6.5.2）</translation>
    </message>
    <message>
        <source>Only rates from 0.001 to 0.1: every trial does better than guessing, and the best better than in the wide search. Double-click for the book&apos;s range.</source>
        <translation>学习率只在 0.001 到 0.1 之间：每次试验都好过瞎猜，最好的比大范围搜索更好。双击恢复书中的范围。</translation>
    </message>
    <message>
        <source>Book: overfitting on 300 images (6.4.1)</source>
        <translation>书中：300 张图像上的过拟合（6.4.1）</translation>
    </message>
    <message>
        <source>all {count} units of {layer} answer 0 to every input, so no gradient gets through.</source>
        <translation>{layer} 的全部 {count} 个神经元对任何输入都输出 0，梯度传不过去。</translation>
    </message>
    <message>
        <source>One network, several with and without a cure, or many with random settings learn digits; or one learns points of the plane</source>
        <translation>让一个网络、有无对策的几个网络、或随机设置的许多网络学习数字；也可以让一个网络学习平面上的点</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>图案</translation>
    </message>
    <message>
        <source>How the points of the two classes lie; the seed draws them</source>
        <translation>两个类别的点怎样分布；由种子抽取</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>How many points of both classes, held-out ones included</source>
        <translation>两个类别一共多少个点，包括留出的点</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>How far chance moves each point: the standard deviation along both axes</source>
        <translation>每个点随机偏移多远：沿两个轴的标准差</translation>
    </message>
    <message>
        <source>Own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>The sample comes with the program; all of MNIST must have been downloaded; one&apos;s own digits are those of the digits lab</source>
        <translation>样本随程序附带；完整的 MNIST 需要先下载；自己的数字就是“识别数字”实验里收集的那些</translation>
    </message>
    <message>
        <source>Images or points in a mini-batch: one batch, one update</source>
        <translation>一个 mini-batch 的图像数或点数：一批更新一次</translation>
    </message>
    <message>
        <source>How often each image or point is learned from</source>
        <translation>每张图像或每个点被学习多少次</translation>
    </message>
    <message>
        <source>Book: two layers learn (4.5, 5.7)</source>
        <translation>书中：两层网络的学习（4.5、5.7）</translation>
    </message>
    <message>
        <source>All training digits are right, and one test digit in five is wrong: the network has learned 300 images by heart.</source>
        <translation>训练数字全部正确，测试数字却每五个错一个：网络把 300 张图像背了下来。</translation>
    </message>
    <message>
        <source>Book: weight decay, λ = 0.1 (6.4.2)</source>
        <translation>书中：权值衰减，λ = 0.1（6.4.2）</translation>
    </message>
    <message>
        <source>With decay the training digits are no longer all right, and the two lines of a colour come closer together.</source>
        <translation>有了衰减，训练数字不再全部正确，同色的两条线靠得更近。</translation>
    </message>
    <message>
        <source>Book: dropout (6.4.3)</source>
        <translation>书中：Dropout（6.4.3）</translation>
    </message>
    <message>
        <source>Every update silences one unit in five. The gap narrows, and learning takes far longer: 301 epochs, as in the book, are not enough to finish.</source>
        <translation>每次更新关闭五分之一的神经元。差距缩小，学习却慢得多：像书中那样学 301 个 epoch 仍不够学完。</translation>
    </message>
    <message>
        <source>Every cure beside the plain network</source>
        <translation>所有对策与普通网络并排</translation>
    </message>
    <message>
        <source>Seven networks from one start. Which gap is smallest, and at what price in test accuracy? Batch norm learns fastest, yet cures nothing here.</source>
        <translation>七个网络从同一起点出发。谁的差距最小，以多少测试精度为代价？Batch Norm 学得最快，在这里却什么也没治好。</translation>
    </message>
    <message>
        <source>The large circles gather at the right: the rate decides, the decay hardly matters. Drag a rectangle round the best and search there.</source>
        <translation>大圆聚集在右侧：起决定作用的是学习率，衰减几乎无关紧要。拖出矩形围住最好的圆，在其中搜索。</translation>
    </message>
    <message>
        <source>The search, narrowed</source>
        <translation>缩小范围的搜索</translation>
    </message>
    <message>
        <source>Five seeds as a band</source>
        <translation>五个种子画成带</translation>
    </message>
    <message>
        <source>Five networks that differ by chance only. A difference between two settings that is smaller than this band means nothing.</source>
        <translation>五个只因随机而不同的网络。两种设置之间小于此带宽的差别毫无意义。</translation>
    </message>
    <message>
        <source>A rate that is too large</source>
        <translation>过大的学习率</translation>
    </message>
    <message>
        <source>After a few updates the numbers are no longer finite. The sentence below says in which layer it began, and what to set.</source>
        <translation>几次更新之后，数值不再有限。下方的话说明从哪一层开始，以及该怎么设置。</translation>
    </message>
    <message>
        <source>Without a hidden layer the line turns and shifts and never finds a place: half of the points stay on the wrong side, as with XOR. Then give it one hidden layer.</source>
        <translation>没有隐藏层，直线转来移去也找不到位置：一半的点留在错误的一侧，和异或门一样。然后给它加一个隐藏层。</translation>
    </message>
    <message>
        <source>Points: one hidden layer bends it (2.5)</source>
        <translation>点：一个隐藏层让边界弯折（2.5）</translation>
    </message>
    <message>
        <source>Each hidden unit is a line, and the boundary is made of their pieces. Count its corners, then try 3 units, or 2: with how many does it still close?</source>
        <translation>每个隐藏神经元是一条直线，边界由它们的片段拼成。数数有几个角，再试 3 个、2 个神经元：几个还能围成一圈？</translation>
    </message>
    <message>
        <source>Points: a spiral wants width or depth</source>
        <translation>点：螺旋需要宽度或深度</translation>
    </message>
    <message>
        <source>Two layers of 20 wind themselves into the spiral. Set the hidden layers to 5, then to 60: one layer can do it as well, if it is wide.</source>
        <translation>两个各 20 个神经元的层会绕进螺旋。把隐藏层改成 5，再改成 60：只要够宽，一层也行。</translation>
    </message>
    <message>
        <source>Points: noise learned by heart (6.4)</source>
        <translation>点：把噪声背下来（6.4）</translation>
    </message>
    <message>
        <source>The boundary winds round single points, and the loss of those held out rises while the other one falls. Then hold the weights down: L2 with 0.03.</source>
        <translation>边界绕着单个点打弯，留出的点的损失上升，而训练点的损失下降。然后抑制权重：用 L2，强度 0.03。</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>Click to add a point of class 1, right-click for one of class 0, click a point to take it away; or read a table. Then run.</source>
        <translation>单击放一个类别 1 的点，右击放类别 0 的点，单击已有的点可去掉它；也可以读入一张表。然后运行。</translation>
    </message>
    <message>
        <source>{trials} trials on {images} digits, judged by {held_out} others</source>
        <translation>{trials} 次试验，用 {images} 个数字学习，由另外 {held_out} 个评判</translation>
    </message>
    <message>
        <source>Trial {number}: rate {lr}, decay {decay}</source>
        <translation>试验 {number}：学习率 {lr}，衰减 {decay}</translation>
    </message>
    <message>
        <source>Best of {count}: {accuracy} of the validation digits with rate {lr}, decay {decay}</source>
        <translation>{count} 次中最好的：答对 {accuracy} 的验证数字，学习率 {lr}，衰减 {decay}</translation>
    </message>
    <message>
        <source>The best five have rates from {low} to {high}: drag a rectangle round them</source>
        <translation>最好的五次学习率在 {low} 到 {high} 之间：拖出矩形围住它们</translation>
    </message>
    <message>
        <source>{count} of the trials diverged, all with rate {lr} or more</source>
        <translation>有 {count} 次试验发散，学习率都不小于 {lr}</translation>
    </message>
    <message>
        <source>{network}: {weights} parameters, {images} digits to learn from</source>
        <translation>{network}：{weights} 个参数，用 {images} 个数字学习</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {train} of the training digits, {test} of the test digits</source>
        <translation>第 {epoch} 个 epoch：答对 {train} 的训练数字，{test} 的测试数字</translation>
    </message>
    <message>
        <source>Over {count} seeds the test accuracy is {mean} ± {spread}</source>
        <translation>{count} 个种子的测试精度为 {mean} ± {spread}</translation>
    </message>
    <message>
        <source>A gap of {gap} between train and test: the network knows its digits by heart</source>
        <translation>训练与测试相差 {gap}：网络把它的数字背了下来</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Points: a line cannot part them (2.4)</source>
        <translation>点：一条直线分不开（2.4）</translation>
    </message>
    <message>
        <source>Network {number}</source>
        <translation>网络 {number} </translation>
    </message>
</context>
<context>
    <name>translation</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>transport</name>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run, or go on</source>
        <translation>运行或继续</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Cancel and go back to the beginning</source>
        <translation>取消并回到开头</translation>
    </message>
    <message>
        <source>The picture follows every change of the settings</source>
        <translation>图随设置的每次改动立即更新</translation>
    </message>
    <message>
        <source>Drag through the frames of this run</source>
        <translation>拖动以浏览本次实验的各帧</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>每秒步数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>as fast as it can</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>{rate} / s</source>
        <translation>{rate} 步/秒</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Apply and run again</source>
        <translation>照此设置并重新运行</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy what a bug report needs</source>
        <translation>复制错误报告所需的信息</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Go back to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Reset this lab to go on; copy the report to send it.</source>
        <translation>重置此实验即可继续；复制报告可用于反馈。</translation>
    </message>
    <message>
        <source>What this run has found out</source>
        <translation>本次实验得到的结论</translation>
    </message>
    <message>
        <source>Set “{field}” to {value}</source>
        <translation>将“{field}”设为 {value}</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {error}</source>
        <translation>发生了意料之外的错误：{error}</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>复制数值(&amp;N)</translation>
    </message>
    <message>
        <source>Copy &amp;settings as one line</source>
        <translation>把设置复制成一行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Paste settings</source>
        <translation>粘贴设置(&amp;P)</translation>
    </message>
    <message>
        <source>Copy as a co&amp;mmand</source>
        <translation>复制为命令(&amp;M)</translation>
    </message>
    <message>
        <source>Open a run or a classroom file</source>
        <translation>打开运行或课堂文件</translation>
    </message>
    <message>
        <source>Weights, pictures and points</source>
        <translation>权重、图片和数据点</translation>
    </message>
    <message>
        <source>FishLab files</source>
        <translation>FishLab 文件</translation>
    </message>
    <message>
        <source>Not a saved run of FishLab, and of no other use: {reason}</source>
        <translation>不是 FishLab 保存的实验，也派不上别的用场：{reason}</translation>
    </message>
    <message>
        <source>Your weights are in use: {model}</source>
        <translation>正在使用您的权重：{model}</translation>
    </message>
    <message>
        <source>About FishLab</source>
        <translation>关于 FishLab</translation>
    </message>
    <message>
        <source>Chapter {chapter}</source>
        <translation>第 {chapter} 章</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Every tab is a lab, in the order of the book. Choose something under “Try this”, press Space to run it, and change what you like. F1 opens the lesson.</source>
        <translation>每个标签页是一个实验，按书中的顺序排列。在“试试看”里选一项，按空格键运行，再随意改动。按 F1 打开讲解。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>How to begin; shown this once</source>
        <translation>如何开始；只显示这一次</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save run…</source>
        <translation>保存实验(&amp;S)…</translation>
    </message>
    <message>
        <source>Save for the c&amp;lass…</source>
        <translation>为课堂保存(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;esson and code</source>
        <translation>讲解与代码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Settings of the lab</source>
        <translation>实验的设置栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About FishLab</source>
        <translation>关于 FishLab(&amp;A)</translation>
    </message>
    <message>
        <source>{path} is not a saved run of FishLab</source>
        <translation>{path} 不是 FishLab 保存的实验</translation>
    </message>
    <message>
        <source>There is no lab named {lab}</source>
        <translation>没有名为 {lab} 的实验</translation>
    </message>
</context>
</TS>
